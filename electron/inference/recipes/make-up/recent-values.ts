/** The values asked for last, by their keys: a face's maps cost megabytes, and a session has few faces at a time. */
export class RecentValues<Value> {
  readonly #limit: number
  readonly #values = new Map<string, Value>()

  constructor(limit: number) {
    this.#limit = limit
  }

  async get(key: string, make: () => Promise<Value> | Value): Promise<Value> {
    const known = this.#values.get(key)
    const value = known ?? (await make())
    this.#values.delete(key)
    this.#values.set(key, value)
    const [oldest] = this.#values.keys()
    if (this.#values.size > this.#limit && oldest !== undefined) this.#values.delete(oldest)
    return value
  }
}
