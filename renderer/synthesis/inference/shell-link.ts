import type { HostLink, LinkListener } from '../../../electron/client/host-link.ts'
import type { HostEnd } from '../../../electron/contract/host-end.ts'
import {
  PROTOCOL_VERSION,
  type ClientMessage,
  type HostMessage,
} from '../../../electron/contract/inference-protocol.ts'
import type { Port } from '../../../electron/contract/port.ts'
import type { InferenceConnection, ShellApi } from '../../../electron/contract/shell-api.ts'

/** The calls of the shell that it needs. */
export interface InferenceShell extends Pick<ShellApi, 'connectInference'> {
  readonly on: (name: 'inferenceStopped', listener: (event: { readonly reason: HostEnd }) => void) => () => void
}

interface OpenPort {
  readonly port: Port<ClientMessage, HostMessage>
  readonly unsubscribe: () => void
  ready: boolean
}

/**
 * The window's connection to the host, which the shell runs: opened when first needed, and again after the host has
 * ended.
 */
export class ShellLink implements HostLink {
  readonly #shell: InferenceShell
  readonly #listener: LinkListener
  readonly #stopListening: () => void
  #connecting = false
  #open: OpenPort | undefined
  /** Counts the closed connections, so that a port that arrives late is recognised as no longer wanted. */
  #turn = 0

  /** @param hostEnded Tells the user why the host has ended. */
  constructor(shell: InferenceShell, hostEnded: (reason: HostEnd) => string, listener: LinkListener) {
    this.#shell = shell
    this.#listener = listener
    this.#stopListening = shell.on('inferenceStopped', ({ reason }) => this.#lose(hostEnded(reason)))
  }

  get isReady(): boolean {
    return this.#open?.ready === true
  }

  start(): void {
    if (this.#connecting || this.#open !== undefined) return
    this.#connecting = true
    const turn = this.#turn
    this.#shell.connectInference().then(
      (connection) => {
        if (turn === this.#turn) this.#greet(connection)
        else connection.port.close()
      },
      (error: unknown) => {
        if (turn === this.#turn) this.#lose(error instanceof Error ? error.message : String(error))
      },
    )
  }

  send(message: ClientMessage): void {
    if (this.#open?.ready === true) this.#open.port.send(message)
  }

  noteSuccess(): void {
    // The shell counts the crashes of its host itself.
  }

  replaceHost(fault: string): void {
    this.#lose(`${fault}.`)
  }

  /** Closes the connection without telling the user; the next job connects again. */
  close(): void {
    this.#turn += 1
    this.#connecting = false
    this.#open?.unsubscribe()
    this.#open?.port.close()
    this.#open = undefined
  }

  dispose(): Promise<void> {
    this.#stopListening()
    this.close()
    return Promise.resolve()
  }

  #greet({ port, configuration }: InferenceConnection): void {
    this.#connecting = false
    const unsubscribe = port.subscribe((message) => this.#receive(message))
    this.#open = { port, unsubscribe, ready: false }
    port.send({ type: 'hello', protocolVersion: PROTOCOL_VERSION, configuration })
  }

  #receive(message: HostMessage): void {
    if (message.type !== 'ready') {
      this.#listener.message(message)
      return
    }
    if (this.#open !== undefined) this.#open.ready = true
    this.#listener.ready(message)
  }

  #lose(sentence: string): void {
    this.close()
    // The next job gets a new host; jobs under way fail with the reason.
    this.#listener.lost(false, sentence, true)
  }
}
