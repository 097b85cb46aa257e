import type { PlainMessageKey } from '../../i18n/message.ts'
import type { Person } from '../../model/poses/person.ts'

/** Who of a pose is chosen, and perhaps which joint; places in the layer's list and in `BODY_POINTS`. */
export interface PoseSelection {
  readonly person: number
  readonly joint: number | undefined
}

/** The people of the current pose layer, as tools see them. */
export interface PosePort {
  /** As they are shown now, also while something is dragged; undefined when there is no pose to edit. */
  people(): readonly Person[] | undefined
  isLocked(): boolean
  selected(): PoseSelection | undefined
  select(selection: PoseSelection | undefined): void
  /** Shows people as they would be. */
  show(people: readonly Person[]): void
  /** Keeps what `show` showed as one step of history. */
  keep(title: PlainMessageKey): void
  giveUp(): void
}
