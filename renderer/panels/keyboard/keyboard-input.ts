import type { ToolKey } from '../../painting/tools/canvas-pointer.ts'
import type { ToolController } from '../../painting/tools/tool-controller.ts'
import { isAvailable, runCommand, type Command } from '../../shared/commands/command.ts'
import { shortcutOf } from '../../shared/commands/shortcut.ts'

export interface KeyboardInputParts {
  readonly tools: ToolController
  /** Read at every key, so that rebinding and new commands take effect at once. */
  readonly commands: () => readonly Command[]
  /** The shortcuts of a command now; its defaults where the user changed nothing. */
  readonly shortcutsOf?: (command: Command) => readonly string[]
  /** Called for Escape when no tool uses it and before any command. @returns whether there was something to give up. */
  readonly escape?: () => boolean
  /** While false, all keys are for something else; always true where absent. */
  readonly listens?: () => boolean
}

const toolKeys: readonly ToolKey[] = ['Enter', 'Escape', 'Backspace']

/** Turns keys into commands and held keys into lent tools, and leaves text fields and dialogs alone. */
export class KeyboardInput {
  readonly #parts: KeyboardInputParts
  readonly #ending = new AbortController()

  constructor(target: Window, parts: KeyboardInputParts) {
    this.#parts = parts
    const { signal } = this.#ending
    target.addEventListener('keydown', (event) => this.#down(event), { signal })
    target.addEventListener('keyup', (event) => this.#up(event), { signal })
    target.addEventListener('blur', () => this.#parts.tools.hold({ space: false, alt: false, ctrl: false }), { signal })
  }

  dispose(): void {
    this.#ending.abort()
  }

  #down(event: KeyboardEvent): void {
    if (this.#parts.listens?.() === false) return
    if (event.defaultPrevented || isTyping(event.target) || isBehindDialog()) return
    const { tools, commands, shortcutsOf } = this.#parts
    tools.hold({ ctrl: event.ctrlKey || event.metaKey })
    if (event.code === 'Space' && !usesSpace(event.target)) {
      event.preventDefault()
      tools.hold({ space: true })
      return
    }
    if (event.key === 'Alt') {
      // Otherwise the browser's own menu would take the focus.
      event.preventDefault()
      tools.hold({ alt: true })
    }
    const toolKey = toolKeys.find((key) => key === event.key)
    // A focused button reacts to Enter, but not to Escape.
    const isTools = toolKey === 'Escape' || !usesSpace(event.target)
    if (toolKey !== undefined && isTools && tools.key(toolKey)) {
      event.preventDefault()
      return
    }
    const pressed = shortcutOf(event)
    if (pressed === 'Esc' && !event.repeat && this.#parts.escape?.() === true) {
      event.preventDefault()
      return
    }
    const command = commands().find((candidate) => (shortcutsOf?.(candidate) ?? candidate.shortcuts).includes(pressed))
    if (command === undefined || (command.sharesKeys === true && !isAvailable(command))) return
    event.preventDefault()
    if (!event.repeat || command.repeats === true) runCommand(command)
  }

  #up(event: KeyboardEvent): void {
    const { tools } = this.#parts
    if (event.code === 'Space') tools.hold({ space: false })
    if (event.key === 'Alt') tools.hold({ alt: false })
    tools.hold({ ctrl: event.ctrlKey || event.metaKey })
  }
}

/**
 * When the focused button of a dialog disappears, nothing has the focus and keys arrive here; they still belong to the
 * dialog.
 */
function isBehindDialog(): boolean {
  return document.querySelector('dialog[open]') !== null
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  const isText = target instanceof HTMLInputElement && !['range', 'checkbox', 'radio', 'button'].includes(target.type)
  return (
    isText || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  )
}

/** Buttons and switches react to Space and Enter. */
function usesSpace(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLInputElement
}
