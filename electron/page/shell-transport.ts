import type { InferenceConnection } from '../contract/shell-api.ts'

/** How a page reaches its shell; what comes back is not trusted yet. */
export interface ShellTransport {
  /** Resolves with a `CallOutcome` to be checked; rejects when the shell is gone. */
  call(name: string, input: readonly unknown[]): Promise<unknown>
  /** Calls back for everything the shell says unasked. */
  onEvent(listener: (name: string, event: unknown) => void): void
  connectInference(): Promise<InferenceConnection>
}
