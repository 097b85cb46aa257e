import type { ClientMessage } from '../contract/inference-protocol.ts'
import type { Port } from '../contract/port.ts'

/** A host that was started: its port, its end, and the way to force that end. */
export interface HostConnection {
  readonly port: Port<ClientMessage, unknown>
  /** Resolves once the host is gone, however that came about, with a few words on how ("exit code 1"). Never rejects. */
  readonly ended: Promise<string>
  /** Of the host's process, for those who measure it; absent where it has none of its own. */
  readonly processId?: number | undefined
  /** Ends the host at once, even one that hangs in native code. Harmless when it is gone. */
  kill(): void
}

/** Starts inference hosts: a child process, an Electron utility process, or one in this process for tests. */
export interface HostStarter {
  start(): HostConnection
}
