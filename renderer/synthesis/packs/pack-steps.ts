import type { History, HistoryView } from '../../model/history/history.ts'

interface PackChange {
  readonly before: string
  readonly after: string
}

/** Which undo steps carried the layout from one pack to another. */
export class PackSteps {
  readonly #changes = new Map<number, PackChange>()
  #taken: string | undefined
  #noting = false

  /** Changes the pack, which commits one step, and remembers that step. */
  note(act: () => void, history: Pick<History, 'get'>, change: PackChange): void {
    this.#noting = true
    act()
    this.#noting = false
    const { entries, position } = history.get()
    const step = entries[position - 1]
    if (step !== undefined) this.#changes.set(step.id, change)
    this.#taken = change.after
  }

  /**
   * The pack for which the layout is painted after steps were undone or redone.
   *
   * @returns undefined when it is the same as at the last call, or no step tells.
   */
  packAfter({ entries, position }: HistoryView): string | undefined {
    if (this.#noting) return undefined
    for (const id of this.#changes.keys()) if (!entries.some((entry) => entry.id === id)) this.#changes.delete(id)
    const done = entries.slice(0, position).findLast(({ id }) => this.#changes.has(id))
    const undone = entries.slice(position).find(({ id }) => this.#changes.has(id))
    const packId = (done && this.#changes.get(done.id)?.after) ?? (undone && this.#changes.get(undone.id)?.before)
    if (packId === this.#taken) return undefined
    this.#taken = packId
    return packId
  }
}
