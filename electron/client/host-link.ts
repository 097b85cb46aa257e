import type { ClientMessage, HostMessage } from '../contract/inference-protocol.ts'

export type ReadyMessage = Extract<HostMessage, { type: 'ready' }>

/** What a link tells; always in the order of events. */
export interface LinkListener {
  /** A host answered `hello`; nothing that an earlier host was told is known to it. */
  ready(message: ReadyMessage): void
  message(message: HostMessage): void
  /**
   * The host is gone. `sentence` is for the user; when it will not restart, everything must fail with it. `isNews` = the user
   * may not know yet that something went wrong.
   */
  lost(willRestart: boolean, sentence: string, isNews: boolean): void
}

/** The way to an inference host, whatever lies between: a process of one's own, or a shell that has one. */
export interface HostLink {
  /** Whether a host has answered `hello`, so that messages can be sent to it. */
  readonly isReady: boolean
  /** Looks for a host unless there is one; also the way back after the last one was lost for good. */
  start(): void
  /** Dropped unless a host is ready. */
  send(message: ClientMessage): void
  /** A job came to its end, so the host works. */
  noteSuccess(): void
  /** Gives up a host that refuses or does not answer. @param fault one sentence without a closing stop */
  replaceHost(fault: string): void
  /** Resolves when the link is closed; a host of one's own has ended by then. */
  dispose(): Promise<void>
}

/** Calls back once after some milliseconds unless the returned function is called first. Injected, so tests need not wait. */
export type StartTimer = (milliseconds: number, callback: () => void) => () => void
