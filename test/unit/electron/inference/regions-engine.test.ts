import { describe, expect, it } from 'vitest'
import type { Exemplar } from '../../../../electron/contract/generation-request.ts'
import type { SynthesisRequest } from '../../../../electron/contract/recipes/exemplar-synthesis.ts'
import type { PictureResult, WarpPreview } from '../../../../electron/contract/generation-result.ts'
import type { InferenceClient } from '../../../../electron/supervision/inference-client.ts'
import { realEngine } from './real-engine.ts'

const WIDTH = 96
const HEIGHT = 64

/** A photo with a pattern of its own, of a size of its own: sky above, grass below. */
function photo(width: number, height: number, factor: number): Exemplar {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * factor + (at >> 5)) % 256)
  const labels = Uint8Array.from({ length: width * height }, (_, place) => (place < (width * height) / 2 ? 3 : 10))
  return {
    image: { width, height, data },
    condition: { kind: 'labels', labels: { width, height, data: labels } },
  }
}

const primary = photo(80, 120, 31)
const second = photo(128, 64, 7)
const third = photo(64, 96, 113)

/** The right third is the first region. */
const rightThird = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, place) => (place % WIDTH >= 64 ? 1 : 0))

function request(changes: Partial<SynthesisRequest> = {}): SynthesisRequest {
  const layout = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, place) => (place < (WIDTH * HEIGHT) / 2 ? 3 : 10))
  return {
    recipe: 'exemplar-synthesis',
    pack: { id: 'tiny' },
    condition: { kind: 'labels', labels: { width: WIDTH, height: HEIGHT, data: layout } },
    exemplar: primary,
    size: { width: WIDTH, height: HEIGHT },
    seed: 0,
    options: {},
    viewId: 'view',
    revision: 1,
    ...changes,
  }
}

function withRegions(data: Uint8Array, ...exemplars: Exemplar[]): Partial<SynthesisRequest> {
  return { regions: { map: { width: WIDTH, height: HEIGHT, data }, exemplars } }
}

async function made(
  client: InferenceClient,
  changes: Partial<SynthesisRequest> = {},
): Promise<{ readonly picture: PictureResult; readonly warp: WarpPreview }> {
  let warp: WarpPreview | undefined
  const outcome = await client.generate(request(changes), { onPreview: (preview) => (warp = preview) }).outcome
  if (outcome.kind !== 'done' || warp === undefined) throw new Error(outcome.kind)
  return { picture: outcome.result, warp }
}

/** Pixels inside (1) or outside (0) of a map, one after the other. */
function pixels({ data }: { readonly data: Uint8Array }, map: Uint8Array, index: number): readonly number[] {
  return [...data].filter((_, at) => map[Math.floor(at / 3)] === index)
}

describe('regions with exemplars of their own', () => {
  // Catches a merge that leaks over its outline, takes from the wrong exemplar, or is left out before painting.
  it('take their warp from their own exemplar, and the rest is byte for byte that of the primary alone', async () => {
    const client = realEngine()
    const [one, other] = [await made(client), await made(client, { exemplar: second })]
    const mixed = await made(client, withRegions(rightThird, second))
    expect(pixels(mixed.warp.image, rightThird, 0)).toEqual(pixels(one.warp.image, rightThird, 0))
    expect(pixels(mixed.warp.image, rightThird, 1)).toEqual(pixels(other.warp.image, rightThird, 1))
    expect(pixels(one.warp.image, rightThird, 1)).not.toEqual(pixels(other.warp.image, rightThird, 1))
    const { data } = mixed.picture.image
    expect(data).not.toEqual(one.picture.image.data)
    expect(data).not.toEqual(other.picture.image.data)
  })

  // Catches a request without regions that comes out otherwise than before there were any.
  it('change nothing where the map names none, and everything where it names one everywhere', async () => {
    const client = realEngine()
    const nowhere = await made(client, withRegions(new Uint8Array(WIDTH * HEIGHT), second))
    const alone = await made(client)
    expect(nowhere.picture.image.data).toEqual(alone.picture.image.data)
    expect(nowhere.warp).toEqual(alone.warp)
    const everywhere = await made(client, withRegions(new Uint8Array(WIDTH * HEIGHT).fill(1), second))
    const other = await made(client, { exemplar: second })
    expect(everywhere.picture.image.data).toEqual(other.picture.image.data)
  })

  // Catches results that depend on the cache, and exemplars that are lost when there is none.
  it('are the same without a cache, and match again only what changed with one', async () => {
    const thirds = rightThird.map((index, place) => (place % WIDTH < 32 ? 2 : index))
    const client = realEngine()
    const cached = await made(client, withRegions(thirds, second, third))
    const bare = await made(realEngine(0), withRegions(thirds, second, third))
    expect(bare.picture.image.data).toEqual(cached.picture.image.data)
    expect(bare.picture.timings.filter(({ stage }) => stage === 'layout')).toHaveLength(1)
    const again = await made(client, withRegions(rightThird, second, third))
    const ran = again.picture.timings.filter(({ cached: known }) => !known).map(({ stage }) => stage)
    expect(ran).toEqual(['generate'])
  })

  // Catches an inspector that shows a heat map of the wrong photo.
  it('answer where a pixel comes from on their own exemplar, and say whose it is', async () => {
    const client = realEngine()
    const ask = async (x: number, changes: Partial<SynthesisRequest>) => {
      const outcome = await client.queryCorrespondence(request(changes), { x, y: 10 }).outcome
      if (outcome.kind !== 'done') throw new Error(outcome.kind)
      const { heat, bestMatch, region } = outcome.result
      return { heat, bestMatch, region }
    }
    const regions = withRegions(rightThird, second)
    expect(await ask(80, regions)).toEqual({ ...(await ask(80, { exemplar: second })), region: 1 })
    expect(await ask(20, regions)).toEqual(await ask(20, {}))
  })
})
