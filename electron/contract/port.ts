/**
 * One end of a two-way message channel: a child process's IPC, an Electron MessagePort, a WebSocket or memory.
 * Messages are structured clones (typed arrays are copied, never transferred: Electron loses transferred buffers).
 */
export interface Port<Outgoing, Incoming> {
  /** Queues a message; silently dropped once the channel is closed. */
  send(message: Outgoing): void
  /** Calls back for every message until the returned function is called. Receivers validate what they get. */
  subscribe(listener: (message: Incoming) => void): () => void
  /** Ends the channel; further sends are dropped. */
  close(): void
}
