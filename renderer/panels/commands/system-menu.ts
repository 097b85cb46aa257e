import { menuNames, type AppMenu } from '../../../electron/contract/app-menu.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import type { Translate } from '../../i18n/message.ts'
import { isAvailable } from '../../shared/commands/command.ts'
import type { CommandRegistry } from '../../shared/commands/command-registry.ts'
import { menuSections } from '../../shared/commands/menu-sections.ts'

interface SystemMenuParts {
  readonly shell: Pick<ShellApi, 'on' | 'showMenu'>
  /** The commands that menus act on now. */
  readonly registry: () => Pick<CommandRegistry, 'all' | 'run' | 'shortcutsOf'>
  readonly text: Translate
  /** Reports that words, keys or availability may have changed. */
  readonly changes: readonly ((listener: () => void) => () => void)[]
  readonly fail: (error: unknown) => void
}

/** Gives the system's menu the window's commands whenever they change, and runs what is chosen there. @returns what ends it. */
export function shareSystemMenu({ shell, registry, text, changes, fail }: SystemMenuParts): () => void {
  let shown = ''
  let waiting = false
  let ended = false
  const show = (): void => {
    waiting = false
    const menu = systemMenu(registry(), text)
    const content = JSON.stringify(menu)
    if (ended || content === shown) return
    shown = content
    shell.showMenu(menu).catch(fail)
  }
  // One action changes the store several times; the menu is built once, after the last of them.
  const later = (): void => {
    if (waiting) return
    waiting = true
    queueMicrotask(show)
  }
  later()
  const stops = [
    ...changes.map((subscribe) => subscribe(later)),
    shell.on('menuCommand', ({ command }) => registry().run(command)),
  ]
  return () => {
    ended = true
    for (const stop of stops) stop()
  }
}

function systemMenu({ all, shortcutsOf }: Pick<CommandRegistry, 'all' | 'shortcutsOf'>, text: Translate): AppMenu {
  const commands = all()
  return menuNames.map((name) => ({
    name,
    sections: menuSections(commands, name).map((section) =>
      section.map((command) => ({
        command: command.id,
        label: text(command.title),
        shortcut: shortcutsOf(command)[0] ?? null,
        available: isAvailable(command),
      })),
    ),
  }))
}
