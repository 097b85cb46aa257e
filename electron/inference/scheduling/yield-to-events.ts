/**
 * Resolves after one whole turn of the event loop: the first immediate may fire before the poll phase of this turn has
 * read a message, the second cannot.
 */
export function yieldToEvents(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => setImmediate(resolve))
  })
}
