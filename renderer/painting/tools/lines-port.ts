import type { PlainMessageKey } from '../../i18n/message.ts'
import type { Stroke } from '../../model/lines/stroke.ts'

/** The lines of the active layer. While a tool works, what it shows stays outside the document until it is kept. */
export interface LinesPort {
  /** The lines as they are now; undefined when the active layer has none. */
  get(): readonly Stroke[] | undefined
  /** The lines to change; undefined when they cannot be changed, and the user was told why. */
  begin(): readonly Stroke[] | undefined
  /** Shows other lines without a step of history. */
  show(strokes: readonly Stroke[]): void
  /** Stores what is shown as one step of history; no step when nothing changed. */
  keep(title: PlainMessageKey): void
  giveUp(): void
}
