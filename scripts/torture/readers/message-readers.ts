import { clientMessageSchema, hostMessageSchema } from '../../../electron/contract/inference-protocol.ts'
import { shellMethods } from '../../../electron/contract/shell-methods.ts'
import { pageMessageSchema, serverMessageSchema } from '../../../electron/contract/web-shell-protocol.ts'
import { decodeMessage, encodeMessage } from '../../../electron/wire/binary-message.ts'
import { mutate } from '../mutate.ts'
import { smallChange, smallLabels, smallProject } from '../sample-material.ts'
import type { TornReader } from './torn-reader.ts'

/** What the processes say to one another, as bytes: a mutant ends one connection in good order or is a message that fits. */
export function messageReaders(): readonly TornReader[] {
  const labels = smallLabels()
  const image = { width: 2, height: 2, data: new Uint8Array(12) }
  return [
    messageReader(
      'messages to the host',
      [
        { type: 'put-exemplar', exemplarId: 'one', exemplar: { image, condition: { kind: 'labels', labels } } },
        { type: 'cancel', jobId: '1' },
        { type: 'find-people', jobId: '2', image },
      ],
      (message) => clientMessageSchema.safeParse(message),
    ),
    messageReader(
      'messages of the host',
      [
        { type: 'progress', jobId: '1', stage: 'generate', value: 0.5 },
        { type: 'ready', protocolVersion: 2, runtimeVersion: '1', availableProviders: ['cpu'] },
        { type: 'error', jobId: '1', code: 'bad-request', message: 'No.' },
      ],
      (message) => hostMessageSchema.safeParse(message),
    ),
    messageReader(
      'calls of the page',
      [
        { type: 'call', id: 1, name: 'appendJournal', input: ['journal', smallChange()] },
        { type: 'call', id: 2, name: 'startJournal', input: [{ journalId: 'a', title: 'a', content: smallProject() }] },
        { type: 'chosen', id: 3, paths: ['/home/a.png'] },
        { type: 'list-folder', id: 4, path: '/home', extensions: ['png'] },
      ],
      (message) => {
        const { data: call } = pageMessageSchema.safeParse(message)
        if (call?.type !== 'call') return undefined
        const method = Object.entries(shellMethods).find(([name]) => name === call.name)?.[1]
        return method?.input.safeParse(call.input)
      },
    ),
    messageReader(
      'answers to the page',
      [
        { type: 'answer', id: 1, outcome: { ok: true, value: smallProject() } },
        { type: 'answer', id: 2, outcome: { ok: false, code: 'bad-request', message: 'No.' } },
        { type: 'event', name: 'settings', event: { theme: 'light', values: Float32Array.of(1, 2, 3) } },
      ],
      (message) => serverMessageSchema.safeParse(message),
    ),
  ]
}

function messageReader(name: string, sound: readonly object[], check: (message: unknown) => unknown): TornReader {
  const messages = sound.map((message) => encodeMessage(message))
  return {
    name,
    mutant: (random) => mutate(random.pick(messages), random),
    read: (bytes) => Promise.resolve().then(() => check(decodeMessage(bytes))),
    // A full stack is one; a message nested that deep must be refused before.
    refuses: (error) => error instanceof Error && !(error instanceof RangeError),
  }
}
