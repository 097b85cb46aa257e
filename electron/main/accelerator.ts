/** The keys that Electron understands beside letters, digits and F1 to F24, by the names that the window gives them. */
const named: Readonly<Record<string, string>> = {
  Enter: 'Return',
  Esc: 'Esc',
  Space: 'Space',
  Tab: 'Tab',
  Plus: 'Plus',
  Delete: 'Delete',
  Backspace: 'Backspace',
  Up: 'Up',
  Down: 'Down',
  Left: 'Left',
  Right: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
}

/**
 * A shortcut of the window as Electron's menus write it: `CmdOrCtrl+Shift+Z`.
 *
 * @returns undefined for keys that Electron would refuse, which users may choose all the same: the menu then shows none.
 */
export function acceleratorOf(shortcut: string): string | undefined {
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const known = named[key] ?? (/^([A-Z0-9]|F([1-9]|1\d|2[0-4])|[-=[\];',./\\`])$/.test(key) ? key : undefined)
  if (known === undefined) return undefined
  return [...parts.slice(0, -1).map((part) => (part === 'Ctrl' ? 'CmdOrCtrl' : part)), known].join('+')
}
