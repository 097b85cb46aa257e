import type { Exemplar } from '../contract/generation-request.ts'
import type { ClientMessage } from '../contract/inference-protocol.ts'

/** Photos a host is asked to remember; below the host's own bound, so that it never forgets one in use. */
const REMEMBERED_EXEMPLARS = 4

/**
 * Sends each exemplar once per host and names it afterwards. Exemplars are told apart by the identity of their pixels
 * and condition: a caller that keeps its photo sends it once however often it asks.
 */
export class ExemplarShipment {
  readonly #ids = new WeakMap<Uint8Array, { readonly condition: Exemplar['condition']; readonly id: string }[]>()
  /** Most recently used last. */
  readonly #sent = new Set<string>()
  #count = 0

  /** The name of an exemplar, the same as long as its objects live. */
  idOf({ image, condition }: Exemplar): string {
    const known = this.#ids.get(image.data) ?? []
    const found = known.find((entry) => entry.condition === condition)
    if (found !== undefined) return found.id
    this.#count += 1
    const id = `exemplar-${this.#count}`
    this.#ids.set(image.data, [...known, { condition, id }])
    return id
  }

  /** Messages that must precede a job which uses this exemplar. @param inUse ids that other jobs still need */
  prepare(exemplar: Exemplar, inUse: ReadonlySet<string>): readonly ClientMessage[] {
    const exemplarId = this.idOf(exemplar)
    const messages: ClientMessage[] = []
    if (!this.#sent.delete(exemplarId)) messages.push({ type: 'put-exemplar', exemplarId, exemplar })
    this.#sent.add(exemplarId)
    const idle = [...this.#sent].filter((id) => id !== exemplarId && !inUse.has(id))
    for (const id of idle.slice(0, Math.max(this.#sent.size - REMEMBERED_EXEMPLARS, 0))) {
      this.#sent.delete(id)
      messages.push({ type: 'forget-exemplar', exemplarId: id })
    }
    return messages
  }

  /** A new host knows nothing. */
  reset(): void {
    this.#sent.clear()
  }
}
