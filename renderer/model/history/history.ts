import type { PlainMessageKey } from '../../i18n/message.ts'
import { Emitter } from '../../shared/lib/emitter.ts'
import { changesBytes, type HistoryChange, type HistoryEntry } from './history-change.ts'

/** What the panel and the menus show; a new value after every change. */
export interface HistoryView {
  readonly entries: readonly HistoryEntry[]
  /** How many of the entries are done; the ones after them can be redone. */
  readonly position: number
  readonly bytes: number
}

/** Writes one side of a change into the document. */
export type ApplyChange = (change: HistoryChange, side: 'before' | 'after') => void

export interface HistoryLimits {
  /** The oldest steps are dropped when all together need more than this many bytes. */
  readonly bytes: number
  readonly steps: number
}

/**
 * Undo and redo by explicit steps: whoever finishes a gesture commits its changes as one entry. The size is bounded in
 * bytes: the oldest entries are dropped first, the newest always stays.
 */
export class History {
  readonly #apply: ApplyChange
  #limits: HistoryLimits
  readonly #changed = new Emitter()
  readonly #committed = new Emitter<HistoryEntry>()
  #view: HistoryView = { entries: [], position: 0, bytes: 0 }
  #nextId = 1

  constructor(apply: ApplyChange, limits: HistoryLimits) {
    this.#apply = apply
    this.#limits = limits
  }

  readonly subscribe = this.#changed.subscribe
  /** Reports every new step, for the journal; undo and redo are reported by `subscribe`. */
  readonly onCommit = this.#committed.subscribe
  readonly get = (): HistoryView => this.#view

  get canUndo(): boolean {
    return this.#view.position > 0
  }

  get canRedo(): boolean {
    return this.#view.position < this.#view.entries.length
  }

  /** Adds a step whose changes are already in the document. Steps that could be redone are dropped. */
  commit(title: PlainMessageKey, changes: readonly HistoryChange[]): void {
    if (changes.length === 0) return
    const entry: HistoryEntry = { id: this.#nextId, title, changes, bytes: changesBytes(changes) }
    this.#nextId += 1
    const entries = [...this.#view.entries.slice(0, this.#view.position), entry]
    this.#showBounded(entries, entries.length)
    this.#committed.emit(entry)
  }

  undo(): boolean {
    const entry = this.#view.entries[this.#view.position - 1]
    if (entry === undefined) return false
    for (const change of entry.changes.toReversed()) this.#apply(change, 'before')
    this.#show(this.#view.entries, this.#view.position - 1)
    return true
  }

  redo(): boolean {
    const entry = this.#view.entries[this.#view.position]
    if (entry === undefined) return false
    for (const change of entry.changes) this.#apply(change, 'after')
    this.#show(this.#view.entries, this.#view.position + 1)
    return true
  }

  /** Undoes or redoes until this many entries are done. */
  goTo(position: number): void {
    while (this.#view.position > position && this.undo());
    while (this.#view.position < position && this.redo());
  }

  /** Sets new bounds, which apply at once. */
  setLimits(limits: HistoryLimits): void {
    if (limits.bytes === this.#limits.bytes && limits.steps === this.#limits.steps) return
    this.#limits = limits
    this.#showBounded(this.#view.entries, this.#view.position)
  }

  /** Forgets all steps, because another document is opened. */
  clear(): void {
    this.#show([], 0)
  }

  dispose(): void {
    this.#changed.dispose()
    this.#committed.dispose()
  }

  /** Drops only steps that are done: those that can be redone build on the document as it is. */
  #showBounded(entries: readonly HistoryEntry[], position: number): void {
    const mayLeave = Math.min(position, entries.length - 1)
    let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0)
    let first = 0
    while (first < mayLeave && (bytes > this.#limits.bytes || entries.length - first > this.#limits.steps)) {
      bytes -= entries[first]?.bytes ?? 0
      first += 1
    }
    this.#show(first === 0 ? entries : entries.slice(first), position - first)
  }

  #show(entries: readonly HistoryEntry[], position: number): void {
    this.#view = { entries, position, bytes: entries.reduce((sum, entry) => sum + entry.bytes, 0) }
    this.#changed.emit()
  }
}
