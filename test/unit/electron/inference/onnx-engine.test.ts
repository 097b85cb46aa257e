import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { classMapOf } from '../../../../electron/contract/class-maps.ts'
import type { SynthesisRequest } from '../../../../electron/contract/recipes/exemplar-synthesis.ts'
import { decodePhoto } from '../../../../electron/images/decode-photo.ts'
import type { InferenceClient } from '../../../../electron/supervision/inference-client.ts'
import { realEngine } from './real-engine.ts'

const folder = (relative: string): string => fileURLToPath(new URL(`../../../../${relative}`, import.meta.url))

/** Sky over grass, and a coloured pattern as the photo. */
function request(changes: Partial<SynthesisRequest> = {}): SynthesisRequest {
  const layout = Uint8Array.from({ length: 96 * 64 }, (_, pixel) => (pixel < 96 * 32 ? 3 : 10))
  const image = Uint8Array.from({ length: 80 * 120 * 3 }, (_, i) => (i * 31 + (i >> 5)) % 256)
  const exemplarLabels = { width: 80, height: 120, data: new Uint8Array(80 * 120).fill(3) }
  return {
    recipe: 'exemplar-synthesis',
    pack: { id: 'tiny' },
    condition: { kind: 'labels', labels: { width: 96, height: 64, data: layout } },
    exemplar: {
      image: { width: 80, height: 120, data: image },
      condition: { kind: 'labels', labels: exemplarLabels },
    },
    size: { width: 96, height: 64 },
    seed: 0,
    options: {},
    viewId: 'view',
    revision: 1,
    ...changes,
  }
}

async function pictureOf(client: InferenceClient, changes: Partial<SynthesisRequest> = {}): Promise<Uint8Array> {
  const outcome = await client.generate(request(changes)).outcome
  if (outcome.kind !== 'done') throw new Error(outcome.kind)
  expect([outcome.result.image.width, outcome.result.image.height]).toEqual([96, 64])
  return outcome.result.image.data
}

describe('the real runtime with the tiny pack', () => {
  // Catches state that leaks from one picture into the next, and results that depend on what was cached.
  it('gives the same bytes for the same request, cached, fresh and in a new host', async () => {
    const client = realEngine()
    const first = await pictureOf(client)
    await pictureOf(client, { options: { temperature: 0.5 } })
    expect(await pictureOf(client)).toEqual(first)
    expect(await pictureOf(realEngine())).toEqual(first)
  })

  it('obeys the matching temperature', async () => {
    const client = realEngine()
    expect(await pictureOf(client, { options: { temperature: 1 } })).not.toEqual(await pictureOf(client))
  })

  it('answers where a pixel comes from with a heat map that sums to one', async () => {
    const outcome = await realEngine().queryCorrespondence(request(), { x: 95, y: 63 }).outcome
    if (outcome.kind !== 'done') throw new Error(outcome.kind)
    const { heat, bestMatch } = outcome.result
    expect(heat.data.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 3)
    expect(bestMatch.x).toBeLessThan(80)
    expect(bestMatch.y).toBeLessThan(120)
  })

  // The shipped annotator on a shipped photo: catches logits read in the wrong order, colours swapped and wrong sizes.
  it('sees the sky above the land in a photo, at its own size, in classes of the pack', async () => {
    const bytes = await readFile(folder('assets/exemplars/landscape/picosdeeuropa.jpg'))
    const image = await decodePhoto(bytes, 'picosdeeuropa.jpg')
    const outcome = await realEngine().annotate('ade20k31', image, { packId: 'tiny' }).outcome
    if (outcome.kind !== 'done') throw new Error(outcome.kind)
    const { width, height, data } = classMapOf(outcome.result.condition) ?? {
      width: 0,
      height: 0,
      data: new Uint8Array(),
    }
    expect([width, height]).toEqual([image.width, image.height])
    const sky = (rows: Uint8Array): number => rows.filter((id) => id === 3).length / rows.length
    expect(sky(data.subarray(0, width * Math.floor(height / 10)))).toBeGreaterThan(0.8)
    expect(sky(data.subarray(width * Math.floor(height / 2)))).toBeLessThan(0.05)
    const classes = [0, 1, 2, 3, 5, 7, 10, 13, 14, 17, 18, 22, 27, 30]
    expect([...new Set(data)].filter((id) => !classes.includes(id))).toEqual([])
  })

  it('labels the exemplar itself when asked, and uses the labels', async () => {
    const { image } = request().exemplar
    const annotated = await pictureOf(realEngine(), { exemplar: { image, condition: 'annotate' } })
    expect(annotated).toHaveLength(96 * 64 * 3)
  })
})
