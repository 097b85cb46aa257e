/**
 * Least-recently-used values bounded by the bytes they hold. A value larger than the bound is not kept at all.
 */
export class ByteBoundedCache<Value> {
  readonly #limit: number
  readonly #sizeOf: (value: Value) => number
  /** A Map iterates in insertion order, so its first key is the least recently used. */
  readonly #entries = new Map<string, { readonly value: Value; readonly bytes: number }>()
  #bytes = 0

  /** @param limit in bytes @param sizeOf bytes of a value, constant over its life */
  constructor(limit: number, sizeOf: (value: Value) => number) {
    this.#limit = limit
    this.#sizeOf = sizeOf
  }

  /** Bytes held now; never above the limit. */
  get bytes(): number {
    return this.#bytes
  }

  /** The value of a key, which becomes the most recently used. */
  get(key: string): Value | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  set(key: string, value: Value): void {
    this.#remove(key)
    const bytes = this.#sizeOf(value)
    if (bytes > this.#limit) return
    this.#entries.set(key, { value, bytes })
    this.#bytes += bytes
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limit) break
      this.#remove(oldest)
    }
  }

  clear(): void {
    this.#entries.clear()
    this.#bytes = 0
  }

  #remove(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0
    this.#entries.delete(key)
  }
}
