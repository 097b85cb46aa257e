import type { PlainMessageKey } from '../../i18n/message.ts'
import type { DetailPoint } from '../../model/poses/details.ts'
import type { Person } from '../../model/poses/person.ts'

/** The chosen person of a pose, and perhaps a joint; as an index into the layer's list and one into `BODY_POINTS`. */
export interface PoseSelection {
  readonly person: number
  readonly joint: number | undefined
  /** The chosen point of the hand or the face that belongs to the joint. */
  readonly detail?: DetailPoint
}

/** Whether two selections choose the same. */
export function sameSelection(one: PoseSelection | undefined, other: PoseSelection | undefined): boolean {
  return (
    one?.person === other?.person &&
    one?.joint === other?.joint &&
    one?.detail?.detail === other?.detail?.detail &&
    one?.detail?.point === other?.detail?.point
  )
}

/** The people of the current pose layer, as tools see them. */
export interface PosePort {
  /** As they are shown now, also while something is dragged; undefined when there is no pose to edit. */
  people(): readonly Person[] | undefined
  isLocked(): boolean
  selected(): PoseSelection | undefined
  select(selection: PoseSelection | undefined): void
  /** Shows changed people without storing them. */
  show(people: readonly Person[]): void
  /** Stores what `show` showed as one step of history. */
  keep(title: PlainMessageKey): void
  giveUp(): void
}
