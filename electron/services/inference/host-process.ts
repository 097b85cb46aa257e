/** A running inference host, however it was started. Messages are structured clones, checked by whoever reads them. */
export interface HostProcess {
  /** Dropped when the host has ended. */
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, when the host has ended for whatever reason, unless it was disposed. */
  onExit(listener: () => void): void
  /** Ends it at once. */
  dispose(): void
}
