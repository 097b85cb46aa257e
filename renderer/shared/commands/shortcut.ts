/** The parts of a DOM KeyboardEvent that a shortcut is made of. */
export interface KeyReading {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const named: Readonly<Record<string, string>> = {
  ' ': 'Space',
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
}

/**
 * A pressed key in the notation of shortcuts, such as `Ctrl+Shift+Z`. Letters and digits are recognised by their place
 * on the keyboard, so that shortcuts work with a Korean layout too; other keys by what they type, without Shift.
 */
export function shortcutOf(event: KeyReading): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1] ?? /^Digit(\d)$/.exec(event.code)?.[1]
  const key = letter ?? named[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key)
  const shiftCounts = letter !== undefined || event.key.length > 1 || event.key === ' '
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && shiftCounts ? 'Shift' : '',
    key,
  ]
    .filter((part) => part !== '')
    .join('+')
}
