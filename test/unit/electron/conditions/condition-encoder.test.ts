import { describe, expect, it } from 'vitest'
import { encodeCondition } from '../../../../electron/conditions/condition-encoder.ts'
import type { ConditionManifest } from '../../../../electron/conditions/pack-condition.ts'
import type { Condition } from '../../../../electron/contract/condition.ts'

const LABEL_CLASSES: ConditionManifest['classes'] = [
  { id: 2, name: 'building', colour: [1, 2, 3], channel: 1, aliases: [{ id: 26, name: 'house' }] },
  { id: 3, name: 'sky', colour: [4, 5, 6], channel: 2, aliases: [] },
]
const manifest = (changes: Partial<ConditionManifest>): ConditionManifest => ({
  title: 'Test pack',
  conditions: [{ kind: 'labels', encoding: 'index', channels: 3 }],
  classes: LABEL_CLASSES,
  sizes: { native: 16 },
  ...changes,
})
const labels: Condition = { kind: 'labels', labels: { width: 2, height: 1, data: Uint8Array.from([26, 3]) } }
const pose: Condition = { kind: 'pose', width: 32, height: 32, points: Array.from({ length: 18 }, () => null) }

describe('encodeCondition', () => {
  it('stretches labels to the picture and gives channel numbers to index packs', () => {
    // Would catch: ids passed on as channels, or the condition left at its own size.
    const encoded = encodeCondition(labels, manifest({}), { width: 4, height: 2 })
    expect(encoded).toMatchObject({ kind: 'index', width: 4, height: 2 })
    expect([...encoded.data]).toEqual([1, 1, 2, 2, 1, 1, 2, 2])
  })

  it('gives one plane per channel to one-hot packs', () => {
    // Would catch: planes in pixel-interleaved order.
    const encoded = encodeCondition(
      labels,
      manifest({ conditions: [{ kind: 'labels', encoding: 'one-hot', channels: 3 }] }),
      {
        width: 2,
        height: 1,
      },
    )
    expect([...encoded.data]).toEqual([0, 0, 1, 0, 0, 1])
  })

  it('draws edges from CelebAMask-HQ ids and the photo at the size of the picture', () => {
    // Would catch: the photo not resized with the parts, so that channel 0 has another size than channel 14.
    const parts = { width: 8, height: 8, data: new Uint8Array(64).fill(1, 0, 32) }
    const photo = { width: 40, height: 20, data: new Uint8Array(40 * 20 * 3) }
    const edges = manifest({ conditions: [{ kind: 'edges', encoding: 'dense', channels: 15 }], classes: [] })
    const encoded = encodeCondition({ kind: 'edges', parts, photo }, edges, { width: 16, height: 16 })
    expect(encoded).toMatchObject({ kind: 'dense', channels: 15, width: 16, height: 16 })
    const row = (channel: number, y: number): number => encoded.data[channel * 256 + y * 16] ?? -1
    expect([6, 7, 8, 9].map((y) => row(14, y))).toEqual([0, 1, 1, 0])
    expect(row(1, 15)).toBe(Math.fround(2 / 255))
  })

  it('takes the face parts of an edge pack from its classes where it lists them', () => {
    // Would catch: a pack with its own numbering read as CelebAMask-HQ's.
    const classes: ConditionManifest['classes'] = [
      { id: 7, name: 'skin', colour: [1, 2, 3], channel: 1, aliases: [] },
      { id: 9, name: 'neck', colour: [4, 5, 6], channel: 0, aliases: [] },
    ]
    const parts = { width: 4, height: 4, data: new Uint8Array(16).fill(7, 0, 8).fill(9, 8) }
    const photo = { width: 4, height: 4, data: new Uint8Array(48) }
    const size = { width: 4, height: 4 }
    const edges = manifest({ conditions: [{ kind: 'edges', encoding: 'dense', channels: 15 }], classes })
    const encoded = encodeCondition({ kind: 'edges', parts, photo }, edges, size)
    expect([...encoded.data.subarray(14 * 16, 15 * 16)].map((value, pixel) => (value > 0 ? pixel : -1))).toEqual(
      Array.from({ length: 16 }, (_, pixel) => (pixel >= 4 && pixel < 12 ? pixel : -1)),
    )
    const strange = { kind: 'edges' as const, parts: { ...parts, data: parts.data.map(() => 8) }, photo }
    expect(() => encodeCondition(strange, edges, size)).toThrow(/class id 8/)
  })

  it('lays eyeglasses over a face parsing map at the size of the picture', () => {
    // Would catch: the separate mask forgotten, or stretched otherwise than the map.
    const face: Condition = {
      kind: 'masks',
      labels: { width: 2, height: 1, data: Uint8Array.from([2, 3]) },
      eyeglasses: { width: 4, height: 1, data: Uint8Array.from([0, 0, 0, 255]) },
    }
    const masks = manifest({
      conditions: [{ kind: 'masks', encoding: 'one-hot', channels: 5 }],
      classes: LABEL_CLASSES,
    })
    const remapped = masks.classes.map((entry) => ({ ...entry, channel: entry.channel + 2 }))
    const encoded = encodeCondition(face, { ...masks, classes: remapped }, { width: 4, height: 1 })
    expect([...encoded.data.subarray(8, 12)]).toEqual([0, 0, 0, 1])
    expect([...encoded.data.subarray(12, 20)]).toEqual([1, 1, 0, 0, 0, 0, 1, 1])
    expect(() => encodeCondition(face, masks, { width: 4, height: 1 })).toThrow(/holds eyeglasses/)
  })

  it('parts painted eyeglasses from the face, so that a palette may offer them', () => {
    // Would catch: a stroke of eyeglasses refused, or no face left beneath them.
    const classes = [
      { id: 1, name: 'skin', colour: [1, 2, 3] as [number, number, number], channel: 1, aliases: [] },
      { id: 3, name: 'eyeglasses', colour: [4, 5, 6] as [number, number, number], channel: 2, aliases: [] },
    ]
    const masks = manifest({ conditions: [{ kind: 'masks', encoding: 'one-hot', channels: 5 }], classes })
    const face: Condition = { kind: 'masks', labels: { width: 2, height: 1, data: Uint8Array.from([1, 3]) } }
    const { data } = encodeCondition(face, masks, { width: 2, height: 1 })
    expect([...data.subarray(2, 6)]).toEqual([1, 1, 0, 1])
    const eyeglasses = { width: 2, height: 1, data: Uint8Array.from([1, 0]) }
    expect(() => encodeCondition({ ...face, eyeglasses }, masks, { width: 2, height: 1 })).toThrow(/holds eyeglasses/)
  })

  it('moves a pose to the size of the picture', () => {
    // Would catch: joints of a 32-pixel picture drawn in the corner of a 64-pixel one.
    const points = pose.points.map((_, joint): [number, number] | null => (joint === 0 ? [16, 16] : null))
    const deepfashion = manifest({ conditions: [{ kind: 'pose', encoding: 'dense', channels: 20 }], classes: [] })
    const encoded = encodeCondition({ ...pose, points }, deepfashion, { width: 64, height: 64 })
    expect(encoded.data[2 * 64 * 64 + 32 * 64 + 32]).toBe(1)
  })

  it('lets ready channels pass untouched at the right size', () => {
    // Would catch: a copy or a resize of channels that somebody else made.
    const data = new Float32Array(2 * 3).fill(0.25)
    const ready: Condition = { kind: 'channels', channels: 2, width: 3, height: 1, data }
    const pack = manifest({ conditions: [{ kind: 'labels', encoding: 'dense', channels: 2 }] })
    expect(encodeCondition(ready, pack, { width: 3, height: 1 }).data).toBe(data)
    expect(() => encodeCondition(ready, pack, { width: 6, height: 2 })).toThrow(/3 × 1 and the picture 6 × 2/)
    expect(() => encodeCondition(ready, manifest({}), { width: 3, height: 1 })).toThrow(/2 channels where .* takes 3/)
  })

  it('refuses a condition of another task in one sentence', () => {
    // Would catch: a pose given to a label pack failing deep inside a graph.
    expect(() => encodeCondition(pose, manifest({}), { width: 32, height: 32 })).toThrow(
      'Test pack is made for a label map, not for a pose; choose a pack that fits.',
    )
  })
})
