import { describe, expect, it } from 'vitest'
import { conditionSchema } from '../../electron/contract/condition.ts'
import { clientMessageSchema, hostMessageSchema } from '../../electron/contract/inference-protocol.ts'
import type { ClientMessage, HostMessage } from '../../electron/contract/inference-protocol.ts'

const labels = { width: 2, height: 1, data: Uint8Array.of(3, 5) }
const image = { width: 1, height: 1, data: Uint8Array.of(1, 2, 3) }
const heat = { width: 1, height: 2, data: Float32Array.of(0.25, 0.75) }
const request = {
  recipe: 'exemplar-synthesis',
  pack: { id: 'landscape', version: '1.0.0' },
  condition: { kind: 'labels', labels },
  size: { width: 256, height: 256 },
  seed: 0,
  options: { temperature: 0.01 },
  viewId: 'view',
  revision: 1,
  exemplarId: 'photo',
} as const
/** The left pixel is of the first photo beside the primary one. */
const regionMap = { width: 2, height: 1, data: Uint8Array.of(1, 0) }
const timings = [{ stage: 'match', milliseconds: 1.5, cached: false } as const]
const configuration = { packFolders: ['a'], annotatorFolders: [], provider: 'auto', threads: 2, cacheBytes: 1 } as const

const clientMessages: ClientMessage[] = [
  {
    type: 'hello',
    protocolVersion: 1,
    configuration: { ...configuration, packFolders: ['a'], annotatorFolders: [], settingsFolder: 'b' },
  },
  { type: 'load-pack', jobId: 'a', packId: 'landscape' },
  { type: 'put-exemplar', exemplarId: 'photo', exemplar: { image, condition: 'annotate' } },
  { type: 'forget-exemplar', exemplarId: 'photo' },
  { type: 'generate', jobId: 'a', request },
  {
    type: 'ask',
    jobId: 'a',
    question: {
      recipe: 'exemplar-synthesis',
      request: { ...request, regions: { map: regionMap, exemplarIds: ['tree'] } },
      point: { x: 0, y: 255 },
    },
  },
  { type: 'annotate', jobId: 'a', annotatorId: 'ade20k31', image, packId: 'landscape' },
  { type: 'find-people', jobId: 'a', image },
  { type: 'self-test', jobId: 'a', packId: 'landscape' },
  { type: 'cancel', jobId: 'a' },
  { type: 'dispose' },
]

const routing = { recipe: 'exemplar-synthesis', viewId: 'view', revision: 1 } as const
const hostMessages: HostMessage[] = [
  { type: 'ready', protocolVersion: 1, runtimeVersion: '1', availableProviders: ['cpu', 'cuda'] },
  { type: 'pack-loaded', jobId: 'a', packId: 'landscape', packVersion: '1.0.0', provider: 'cpu', timings },
  { type: 'progress', jobId: 'a', stage: 'layout', value: 0.5 },
  { type: 'preview', jobId: 'a', preview: { ...routing, image, confidence: heat } },
  { type: 'picture', jobId: 'a', result: { ...routing, image, packVersion: '1', provider: 'cpu', timings } },
  {
    type: 'answer',
    jobId: 'a',
    answer: { ...routing, heat, bestMatch: { x: 0.5, y: 1 }, confidence: 1, region: 1, timings },
  },
  {
    type: 'annotation',
    jobId: 'a',
    result: { condition: { kind: 'labels', labels }, picture: image, provider: 'cpu', timings },
  },
  { type: 'people', jobId: 'a', result: { people: [], timings } },
  { type: 'self-test-report', jobId: 'a', report: { packId: 'landscape', rows: [], chosen: 'cpu' } },
  { type: 'cancelled', jobId: 'a', reason: 'replaced' },
  { type: 'notice', message: 'Slow.' },
  { type: 'error', code: 'internal', message: 'Broken.' },
]

describe('every message', () => {
  // Catches a schema that drops a field, and a value that structured clone cannot carry.
  it.each(clientMessages.map((message) => [message.type, message] as const))(
    '%s of a client survives the trip',
    (_, message) => {
      expect(clientMessageSchema.parse(structuredClone(message))).toEqual(message)
    },
  )

  it.each(hostMessages.map((message) => [message.type, message] as const))(
    '%s of a host survives the trip',
    (_, message) => {
      expect(hostMessageSchema.parse(structuredClone(message))).toEqual(message)
    },
  )

  it('is listed above, so that a new kind cannot go untested', () => {
    const kinds = (schema: { options: readonly { shape: { type: { value: string } } }[] }): readonly string[] =>
      schema.options.map(({ shape }) => shape.type.value).sort()
    expect(clientMessages.map(({ type }) => type).sort()).toEqual(kinds(clientMessageSchema))
    expect(hostMessages.map(({ type }) => type).sort()).toEqual(kinds(hostMessageSchema))
  })
})

describe('what a schema refuses', () => {
  // Each of these would take a part of the picture from a photo that nobody sent, or match without bound.
  it.each([
    ['a photo beyond the list', { map: { ...regionMap, data: Uint8Array.of(2, 0) }, exemplarIds: ['tree'] }],
    ['a map of another size than it says', { map: { ...regionMap, height: 2 }, exemplarIds: ['tree'] }],
    ['no photo', { map: regionMap, exemplarIds: [] }],
    ['nine photos', { map: regionMap, exemplarIds: Array.from({ length: 9 }, (_, index) => `photo-${index}`) }],
  ])('regions of %s', (_, regions) => {
    const message = { type: 'generate', jobId: 'a', request: { ...request, regions } }
    expect(clientMessageSchema.safeParse(message).success).toBe(false)
  })

  // Each of these would make a native library read beyond an array or allocate without bound.
  it.each([
    ['too few pixels', { kind: 'labels', labels: { ...labels, width: 3 } }],
    ['an absurd side', { kind: 'labels', labels: { width: 100_000, height: 1, data: new Uint8Array(100_000) } }],
    ['a plain array', { kind: 'labels', labels: { ...labels, data: [3, 5] } }],
    ['17 joints', { kind: 'pose', width: 1, height: 1, points: Array.from({ length: 17 }, () => null) }],
    ['channels of another count', { kind: 'channels', channels: 2, width: 1, height: 1, data: new Float32Array(1) }],
  ])('a condition of %s', (_, condition) => {
    expect(conditionSchema.safeParse(condition).success).toBe(false)
  })
})
