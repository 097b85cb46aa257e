import { describe, expect, it } from 'vitest'
import { FACE_PART_LABELS } from '../../../../../../electron/contract/face-part-labels.ts'
import type { Exemplar } from '../../../../../../electron/contract/generation-request.ts'
import type {
  MakeUpLook,
  MakeUpRequest,
  MakeUpResult,
  PartChoice,
} from '../../../../../../electron/contract/recipes/make-up.ts'
import { withPatches } from '../../../../../../electron/makeup/transfer/with-patches.ts'
import type { InferenceClient } from '../../../../../../electron/supervision/inference-client.ts'
import { realEngine } from '../../real-engine.ts'
import { portrait, redLips, referencePoints } from './face-photos.ts'

const ALL = ['foundation', 'blush', 'shadow', 'paint', 'liner', 'lips'] as const

function everything(from: PartChoice['from']): MakeUpLook {
  const parts = Object.fromEntries(ALL.map((part) => [part, { strength: 1, from }]))
  return { faces: 'largest', tone: 0, swapSides: false, shifts: {}, parts }
}

async function madeUp(
  client: InferenceClient,
  photo: Exemplar,
  look: MakeUpLook,
  changes: Partial<MakeUpRequest> = {},
): Promise<MakeUpResult> {
  const request = { recipe: 'make-up' as const, viewId: 'view', revision: 1, photo, looks: [look], ...changes }
  const outcome = await client.generate(request).outcome
  if (outcome.kind !== 'done') throw new Error(outcome.kind)
  return outcome.result
}

async function asked(
  client: InferenceClient,
  photo: Exemplar,
  wanted: 'parts' | 'preset',
): Promise<{ readonly parts?: unknown; readonly preset?: Uint8Array | undefined; readonly labels: Uint8Array }> {
  const worn = Object.fromEntries(ALL.map((part) => [part, photo]))
  const question = wanted === 'parts' ? { wanted, photo } : { wanted, worn }
  const outcome = await client.askMakeUp({ viewId: wanted, ...question }).outcome
  if (outcome.kind !== 'done') throw new Error(outcome.kind)
  return { ...outcome.result, labels: outcome.result.parts?.data ?? new Uint8Array() }
}

function shown(photo: Exemplar, { patches }: MakeUpResult): Uint8Array | Uint16Array {
  return withPatches({ ...photo.image, channels: 3 }, patches).data
}

describe('make-up kept as a preset', () => {
  it('looks on a face as it does from the photo it was read from, and holds none of its other pixels', async () => {
    const client = realEngine()
    const worn = await redLips('female_10')
    const photo = await portrait('male_42')
    const { preset = new Uint8Array() } = await asked(client, worn, 'preset')
    expect(preset.length).toBeGreaterThan(1000)
    expect(preset.length).toBeLessThan(200_000)
    const direct = shown(photo, await madeUp(client, photo, everything(worn)))
    const kept = shown(photo, await madeUp(client, photo, everything({ preset })))
    let [most, sum] = [0, 0]
    for (let at = 0; at < direct.length; at++) {
      const off = Math.abs((direct[at] ?? 0) - (kept[at] ?? 0))
      most = Math.max(most, off)
      sum += off
    }
    expect(most).toBeLessThan(14)
    expect(sum / direct.length).toBeLessThan(0.1)
  })

  it('keeps the parts that it was asked for and nothing of the others', async () => {
    const client = realEngine()
    const photo = await portrait('male_42')
    const worn = { lips: await redLips('female_10') }
    const outcome = await client.askMakeUp({ viewId: 'kept', wanted: 'preset', worn }).outcome
    if (outcome.kind !== 'done') throw new Error(outcome.kind)
    const { preset = new Uint8Array() } = outcome.result
    const drawn = { liner: { strength: 1, from: { preset } }, paint: { strength: 1, from: { preset } } }
    expect(shown(photo, await madeUp(client, photo, { ...everything({ preset }), parts: drawn }))).toEqual(
      photo.image.data,
    )
    const lips = { lips: { strength: 1, from: { preset } } }
    const painted = shown(photo, await madeUp(client, photo, { ...everything({ preset }), parts: lips }))
    expect(painted).not.toEqual(photo.image.data)
  })
})

describe('parts of a photo', () => {
  it('are skin on the forehead, lips on the lips, and nothing on the eyes and the background', async () => {
    const photo = await portrait('male_42')
    const { labels } = await asked(realEngine(), photo, 'parts')
    const points = await referencePoints('male_42')
    const at = (index: number): number | undefined =>
      labels[Math.round(points[index * 2 + 1] ?? 0) * 512 + Math.round(points[index * 2] ?? 0)]
    expect(at(151)).toBe(FACE_PART_LABELS.skin)
    expect(labels[Math.round(((points[35] ?? 0) + (points[29] ?? 0)) / 2) * 512 + Math.round(points[34] ?? 0)]).toBe(
      FACE_PART_LABELS.lips,
    )
    expect(labels[0]).toBe(FACE_PART_LABELS.untouched)
  })

  it('are left alone where a person said so, to the pixel, and change nothing elsewhere', async () => {
    const client = realEngine()
    const photo = await portrait('male_42')
    const look = everything(await redLips('female_10'))
    const { labels } = await asked(client, photo, 'parts')
    const corrected = labels.map((label) => (label === FACE_PART_LABELS.lips ? FACE_PART_LABELS.untouched : label))
    const condition = { kind: 'labels' as const, labels: { width: 512, height: 512, data: corrected } }
    const before = shown(photo, await madeUp(client, photo, look))
    const after = shown(photo, await madeUp(client, { ...photo, condition }, look))
    let [untouched, others] = [0, 0]
    for (let pixel = 0; pixel < labels.length; pixel++) {
      if (after[pixel * 3] === before[pixel * 3]) continue
      if (labels[pixel] === FACE_PART_LABELS.lips) {
        expect(after[pixel * 3]).toBe(photo.image.data[pixel * 3])
        untouched++
      } else others++
    }
    expect(untouched).toBeGreaterThan(500)
    expect(others).toBe(0)
  })
})

describe('parts apart', () => {
  it('laid over each other give what they give at once', async () => {
    const client = realEngine()
    const photo = await portrait('male_42')
    const look = everything(await redLips('female_10'))
    const apart = await madeUp(client, photo, look, { apart: true })
    expect(apart.parts).toEqual(ALL)
    expect(shown(photo, apart)).toEqual(shown(photo, await madeUp(client, photo, look)))
  })
})
