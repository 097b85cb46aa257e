/** A list of listeners for one kind of news. */
export class Emitter<News = void> {
  readonly #listeners = new Set<(news: News) => void>()

  /** Calls back on every emit until the returned function is called. An arrow, so that React can take it as it is. */
  readonly subscribe = (listener: (news: News) => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  emit(news: News): void {
    for (const listener of [...this.#listeners]) listener(news)
  }

  dispose(): void {
    this.#listeners.clear()
  }
}
