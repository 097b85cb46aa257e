/** How a long read is watched and stopped. */
export interface ReadOptions {
  /** Stops the read between chunks; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** Called after each chunk with the number of bytes done since the last call. */
  readonly onBytes?: ((bytes: number) => void) | undefined
}
