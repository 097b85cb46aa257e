import type { EditorSettings } from '../../../electron/contract/editor-settings.ts'
import { runCommand, type Command } from './command.ts'

interface ShortcutSettings {
  readonly get: () => Pick<EditorSettings, 'shortcuts'>
}

/**
 * Every command of the app by id, with its present keys. Menus, the palette, tool bars and keys all use this registry.
 */
export class CommandRegistry {
  readonly #commands = new Map<string, Command>()
  readonly #settings: ShortcutSettings

  constructor(settings: ShortcutSettings) {
    this.#settings = settings
  }

  /** @throws when an id is given twice, which would make rebinding ambiguous, or two commands come with one key. */
  add(commands: readonly Command[]): void {
    for (const command of commands) {
      if (this.#commands.has(command.id)) throw new Error(`The command ${command.id} was registered twice.`)
      const rival = this.all().find(({ shortcuts }) => shortcuts.some((key) => command.shortcuts.includes(key)))
      if (rival !== undefined) throw new Error(`The commands ${rival.id} and ${command.id} come with the same key.`)
      this.#commands.set(command.id, command)
    }
  }

  readonly all = (): readonly Command[] => [...this.#commands.values()]

  get(id: string): Command | undefined {
    return this.#commands.get(id)
  }

  /** Runs a command if it is there and available. */
  run(id: string): void {
    runCommand(this.#commands.get(id))
  }

  /** The user's key, none when they took it away, or else the defaults; the first one is shown. */
  readonly shortcutsOf = ({ id, shortcuts }: Command): readonly string[] => {
    const chosen = this.#settings.get().shortcuts[id]
    if (chosen === undefined) return shortcuts
    return chosen === null ? [] : [chosen]
  }

  /** The other command that has this key now. */
  holderOf(shortcut: string, exceptId: string): Command | undefined {
    return this.all().find((command) => command.id !== exceptId && this.shortcutsOf(command).includes(shortcut))
  }
}
