import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { emitsOnly, strict } from '../strict.ts'
import { PortEnd } from './port-end.ts'

/** A message as a port or process hands it over. */
interface ReceivedMessage {
  readonly data: unknown
  readonly ports: readonly MessagePortDouble[]
}

/**
 * `MessagePortMain`: silent until started, dead once transferred. What it carries is cloned, and only ports may be
 * transferred: real Electron loses transferred buffers (electron#34905), so the double refuses them aloud.
 */
export class MessagePortDouble
  extends EventEmitter<{ message: [ReceivedMessage]; close: [] }>
  implements Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>
{
  private end: PortEnd | undefined

  constructor(end: PortEnd) {
    super()
    emitsOnly('MessagePortMain', this, ['message', 'close'])
    this.end = end
    end.onClosed(() => this.emit('close'))
  }

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    this.own().post(structuredClone(data), takePorts(transfer))
  }

  start(): void {
    this.own().listen(({ data, ports }) => this.emit('message', { data, ports: ports.map(portOf) }))
  }

  close(): void {
    this.own().close()
  }

  /** Its end, to be carried elsewhere; this object is of no more use. */
  take(): PortEnd {
    const end = this.own()
    this.end = undefined
    return end
  }

  private own(): PortEnd {
    if (this.end === undefined) throw new Error('This MessagePortMain was transferred and belongs to somebody else.')
    return this.end
  }
}

/** `MessageChannelMain`. */
export class MessageChannelDouble {
  readonly port1: MessagePortDouble
  readonly port2: MessagePortDouble

  constructor() {
    const [first, second] = PortEnd.pair()
    this.port1 = portOf(first)
    this.port2 = portOf(second)
  }
}

/** @throws TypeError for anything in a transfer list that is no port. */
export function takePorts(transfer: readonly unknown[]): readonly PortEnd[] {
  if (new Set(transfer).size !== transfer.length) throw new TypeError('A port can be transferred only once.')
  return transfer.map((item) => {
    if (item instanceof MessagePortDouble) return item.take()
    throw new TypeError('Electron transfers only MessagePortMain; copy everything else.')
  })
}

function portOf(end: PortEnd): MessagePortDouble {
  return strict('MessagePortMain', new MessagePortDouble(end))
}
