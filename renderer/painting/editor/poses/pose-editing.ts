import type { Backdrop } from '../../../../electron/contract/generation-request.ts'
import type { PlainMessageKey } from '../../../i18n/message.ts'
import { activeLayerChosen } from '../../../model/document/document-slice.ts'
import { currentPose } from '../../../model/document/current-pose.ts'
import type { LayerOf } from '../../../model/document/layer-kinds/layer-schema.ts'
import { withBackdrop } from '../../../model/document/layer-kinds/pose/pose-layer.ts'
import { findPlaced } from '../../../model/document/layer-tree.ts'
import { withDetailPoint } from '../../../model/poses/details.ts'
import { hideJoint } from '../../../model/poses/hide-joint.ts'
import { moveJoint } from '../../../model/poses/move-joint.ts'
import { mapPerson, type Person } from '../../../model/poses/person.ts'
import { withBody } from '../../../model/poses/pose-body.ts'
import { moveBody } from '../../../model/poses/transform-body.ts'
import { Observable } from '../../../shared/lib/observable.ts'
import type { EditorStore } from '../editor-store.ts'
import { type HandleDrag, withDragged } from '../handle-drag.ts'
import { type PosePort, type PoseSelection, sameSelection } from '../../poses/pose-port.ts'

export interface PoseEditingParts {
  readonly store: Pick<EditorStore, 'getState' | 'dispatch' | 'subscribe'>
  readonly handles: HandleDrag
}

/** The people of the current pose layer: keeps who is chosen, and makes every change one step of history. */
export class PoseEditing implements PosePort {
  readonly selection = new Observable<PoseSelection | undefined>(undefined)
  /** The people before the last change, for the onion skin. */
  readonly previous = new Observable<readonly Person[]>([])
  readonly #parts: PoseEditingParts
  readonly #stop: () => void
  #copied: Person | undefined

  constructor(parts: PoseEditingParts) {
    this.#parts = parts
    this.#stop = parts.store.subscribe(() => this.#forgetAbsent())
  }

  /** The layer that is edited, as it is shown now. */
  layer(): LayerOf<'pose'> | undefined {
    const { store, handles } = this.#parts
    return currentPose(withDragged(store.getState().document, handles.dragged.get()))
  }

  people(): readonly Person[] | undefined {
    return this.layer()?.people
  }

  isLocked(): boolean {
    return findPlaced(this.#parts.store.getState().document, this.layer()?.id ?? null)?.locked === true
  }

  selected(): PoseSelection | undefined {
    return this.selection.get()
  }

  select(selection: PoseSelection | undefined): void {
    if (sameSelection(this.selection.get(), selection)) return
    this.selection.set(selection)
    const { store } = this.#parts
    const id = this.layer()?.id
    if (selection !== undefined && id !== undefined && store.getState().document.activeLayerId !== id)
      store.dispatch(activeLayerChosen(id))
  }

  show(people: readonly Person[]): void {
    const layer = this.layer()
    if (layer !== undefined) this.#parts.handles.show({ ...layer, people: [...people] })
  }

  keep(title: PlainMessageKey): void {
    const { store, handles } = this.#parts
    if (handles.dragged.get() === undefined) return
    this.previous.set(currentPose(store.getState().document)?.people ?? [])
    handles.drop(title)
  }

  giveUp(): void {
    this.#parts.handles.giveUp()
  }

  /** What lies behind the painted person; undefined = whatever the pack paints there. */
  setBackdrop(backdrop: Backdrop | undefined): void {
    const layer = this.layer()
    if (layer === undefined || this.isLocked()) return
    this.#parts.handles.show(withBackdrop(layer, backdrop))
    this.#parts.handles.drop('pose.background')
  }

  /** Changes the people at once. @returns false when the layer cannot be changed */
  change(title: PlainMessageKey, people: readonly Person[]): boolean {
    if (this.layer() === undefined || this.isLocked()) return false
    this.show(people)
    this.keep(title)
    return true
  }

  /** Changes the chosen person, or the only one there is. */
  changeSelected(title: PlainMessageKey, change: (person: Person) => Person): boolean {
    const people = this.people() ?? []
    const index = this.chosenIndex()
    if (people[index] === undefined) return false
    return this.change(
      title,
      people.map((person, each) => (each === index ? change(person) : person)),
    )
  }

  /** Index of the chosen person, or of the only one if nobody is chosen; −1 = nobody. */
  chosenIndex(): number {
    return this.selection.get()?.person ?? (this.people()?.length === 1 ? 0 : -1)
  }

  /** Whether keys and the clipboard act on people, because the pose tool is in use. */
  get isPosing(): boolean {
    return this.#parts.store.getState().tools.activeToolId === 'pose' && this.people() !== undefined
  }

  get canPaste(): boolean {
    return this.isPosing && this.#copied !== undefined
  }

  /** @returns whether a person was copied */
  copy(): boolean {
    const person = this.people()?.[this.chosenIndex()]
    if (!this.isPosing || person === undefined) return false
    this.#copied = person
    return true
  }

  cut(): boolean {
    return this.copy() && this.remove()
  }

  /** Adds the copied person, a little aside so that both can be seen. */
  paste(): boolean {
    const person = this.#copied
    return this.canPaste && person !== undefined && this.add('pose.paste', aside(person))
  }

  duplicate(): boolean {
    const person = this.people()?.[this.chosenIndex()]
    return person !== undefined && this.add('pose.duplicate', aside(person))
  }

  /** Adds somebody and chooses them. */
  add(title: PlainMessageKey, person: Person): boolean {
    const people = this.people() ?? []
    if (!this.change(title, [...people, person])) return false
    this.select({ person: people.length, joint: undefined })
    return true
  }

  /** Removes the chosen person. */
  remove(): boolean {
    const index = this.chosenIndex()
    const people = this.people() ?? []
    if (people[index] === undefined) return false
    return this.change(
      'pose.remove',
      people.filter((_, each) => each !== index),
    )
  }

  /** Hides the chosen joint, or removes the chosen person. @returns whether the key was for a pose */
  clear(): boolean {
    const selection = this.selection.get()
    if (!this.isPosing || selection === undefined) return false
    const { joint, detail } = selection
    if (detail !== undefined)
      return this.changeSelected('pose.removePoint', (person) => withDetailPoint(person, detail, () => null))
    return joint === undefined
      ? this.remove()
      : this.changeSelected('pose.hideJoint', (person) => hideJoint(person, joint))
  }

  /** Moves the chosen point, joint or person by whole pixels. @returns whether the key was for a pose */
  nudge(across: number, down: number): boolean {
    const selection = this.selection.get()
    if (!this.isPosing || selection === undefined) return false
    const { joint, detail } = selection
    const bones = this.#parts.store.getState().tools.settings.lockBones ? 'locked' : 'free'
    this.changeSelected('pose.move', (person) => {
      if (detail !== undefined) return withDetailPoint(person, detail, ([x, y]) => [x + across, y + down])
      const start = joint === undefined ? null : (person.body[joint] ?? null)
      if (joint === undefined) return mapPerson(person, (points) => moveBody(points, across, down))
      if (start === null) return person
      return withBody(person, moveJoint(person.body, joint, [start[0] + across, start[1] + down], bones))
    })
    return true
  }

  dispose(): void {
    this.#stop()
    this.selection.dispose()
    this.previous.dispose()
  }

  /** A person who no longer exists after an undo is no longer chosen. */
  #forgetAbsent(): void {
    const selection = this.selection.get()
    if (selection !== undefined && this.people()?.[selection.person] === undefined) this.selection.set(undefined)
  }
}

/** How far a copy lies beside what it was copied from, in pixels. */
const ASIDE = 24

function aside(person: Person): Person {
  return mapPerson(person, (points) => moveBody(points, ASIDE, 0))
}
