import { onTestFinished } from 'vitest'
import {
  PROTOCOL_VERSION,
  type ClientMessage,
  type HostMessage,
} from '../../../../electron/contract/inference-protocol.ts'
import type { GenerationSettings } from '../../../../electron/contract/generation-request.ts'
import { InferenceServer } from '../../../../electron/inference/inference-server.ts'
import { yieldToEvents } from '../../../../electron/inference/scheduling/yield-to-events.ts'
import type { Port } from '../../../../electron/contract/port.ts'
import { memoryPorts } from '../../../../electron/supervision/memory-ports.ts'
import { FAKE_GRAPHS, SIDE, writeFakePack } from './fake-pack.ts'
import { FakeRuntime } from './fake-runtime.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

/** A server on a fake runtime and the client's end of its port. */
export class ServedEngine {
  readonly runtime = new FakeRuntime(FAKE_GRAPHS)
  readonly messages: HostMessage[] = []
  readonly #port: Port<ClientMessage, unknown>
  readonly #waiting: { matches: (message: HostMessage) => boolean; resolve: (message: HostMessage) => void }[] = []

  constructor() {
    const [client, host] = memoryPorts<ClientMessage, HostMessage>()
    this.#port = client
    const server = new InferenceServer(host, {
      runtime: this.runtime,
      platform: 'linux',
      now: () => performance.now(),
      yieldToEvents,
      disposed: () => undefined,
    })
    onTestFinished(() => server.dispose())
    client.subscribe((message) => this.#receive(message as HostMessage))
  }

  /** A server that has been greeted and knows the exemplar `photo`. */
  static async greeted(): Promise<ServedEngine> {
    const served = new ServedEngine()
    served.send({
      type: 'hello',
      protocolVersion: PROTOCOL_VERSION,
      configuration: {
        packFolders: [writeFakePack(temporaryFolder())],
        annotatorFolders: [],
        provider: 'auto',
        threads: 1,
        cacheBytes: 1_000_000,
      },
    })
    served.putExemplar('photo', 255)
    await served.answer((message) => message.type === 'ready')
    return served
  }

  send(message: ClientMessage): void {
    this.#port.send(message)
  }

  putExemplar(exemplarId: string, grey: number): void {
    const labels = { width: 2, height: 2, data: Uint8Array.of(3, 3, 5, 7) }
    const image = { width: 2, height: 2, data: new Uint8Array(12).fill(grey) }
    this.send({ type: 'put-exemplar', exemplarId, exemplar: { image, condition: { kind: 'labels', labels } } })
  }

  generate(
    jobId: string,
    ids: readonly number[],
    changes: Partial<GenerationSettings> = {},
    exemplarId = 'photo',
  ): void {
    this.send({
      type: 'generate',
      jobId,
      request: { recipe: 'exemplar-synthesis', ...settings(ids), ...changes, exemplarId },
    })
  }

  /** The message that ends a job. */
  end(jobId: string): Promise<HostMessage> {
    const ends = ['picture', 'cancelled', 'error', 'pack-loaded', 'answer', 'annotation', 'self-test-report']
    return this.answer((message) => ends.includes(message.type) && 'jobId' in message && message.jobId === jobId)
  }

  /** The first message, past or future, that matches. */
  answer(matches: (message: HostMessage) => boolean): Promise<HostMessage> {
    const known = this.messages.find(matches)
    if (known !== undefined) return Promise.resolve(known)
    return new Promise((resolve) => this.#waiting.push({ matches, resolve }))
  }

  /** Types of the messages about one job, in order. */
  typesOf(jobId: string): readonly string[] {
    return this.messages.filter((message) => 'jobId' in message && message.jobId === jobId).map(({ type }) => type)
  }

  #receive(message: HostMessage): void {
    this.messages.push(message)
    for (const { matches, resolve } of this.#waiting) if (matches(message)) resolve(message)
  }
}

/** Settings for a picture whose layout repeats some ids. */
export function settings(ids: readonly number[]): GenerationSettings {
  const data = Uint8Array.from({ length: SIDE * SIDE }, (_, pixel) => ids[pixel % ids.length] ?? 0)
  return {
    pack: { id: 'fake' },
    condition: { kind: 'labels', labels: { width: SIDE, height: SIDE, data } },
    size: { width: SIDE, height: SIDE },
    seed: 0,
    options: {},
    viewId: 'view',
    revision: 7,
  }
}
