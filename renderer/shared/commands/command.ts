import type { PlainMessageKey } from '../../i18n/message.ts'

/** Something a user can do by key, menu or command palette. */
export interface Command {
  /** Stable: rebinding remembers it, such as `history.undo`. */
  readonly id: string
  readonly title: PlainMessageKey
  /** The default shortcuts, written like `Ctrl+Shift+Z`; Ctrl means Cmd on a Mac. The first is shown. */
  readonly shortcuts: readonly string[]
  /** Whether it acts again while its key is held. */
  readonly repeats?: boolean
  /** While false its keys stay the browser's, as Paste does when the clipboard is for somebody else. */
  readonly takesKeys?: () => boolean
  readonly run: () => void
}
