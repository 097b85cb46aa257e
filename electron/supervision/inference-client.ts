import type { StartTimer } from '../client/host-link.ts'
import { ProtocolClient } from '../client/protocol-client.ts'
import type { HostConfiguration } from '../contract/inference-protocol.ts'
import type { HostStarter } from './host-starter.ts'
import { HostSupervisor, type SupervisionLimits } from './host-supervisor.ts'

/** A host that says nothing for this long while it has work hangs: even a 16 s stage of an official pack is far below. */
export const SILENCE_MILLISECONDS = 60_000

export interface ClientParts {
  readonly starter: HostStarter
  readonly configuration: HostConfiguration
  readonly startTimer: StartTimer
  readonly limits?: SupervisionLimits
  readonly silenceMilliseconds?: number
  /** Sentences worth showing that fail nothing: fallbacks and restarts. */
  readonly onNotice: (sentence: string) => void
}

/** Asks a host of its own for pictures, and keeps that host alive: a crash or a hang costs a view's job one more try. */
export class InferenceClient extends ProtocolClient {
  constructor(parts: ClientParts) {
    super({
      link: (listener) => new HostSupervisor(parts, listener),
      onNotice: parts.onNotice,
      patience: {
        startTimer: parts.startTimer,
        milliseconds: parts.silenceMilliseconds ?? SILENCE_MILLISECONDS,
      },
    })
  }
}
