/** A list of listeners for one kind of news. */
export class Emitter<News = void> {
  readonly #listeners = new Set<(news: News) => void>()

  /**
   * Calls the listener on every emit until the returned function is called. An arrow function, so that React can use it
   * directly.
   */
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
