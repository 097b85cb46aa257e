import { describe, expect, it } from 'vitest'
import type { Exemplar } from '../../../../../../electron/contract/generation-request.ts'
import { makeUpSentence, type MakeUpNotice } from '../../../../../../electron/contract/recipes/make-up-notice.ts'
import type { MakeUpLook, MakeUpRequest } from '../../../../../../electron/contract/recipes/make-up.ts'
import type { RecipeResult } from '../../../../../../electron/contract/recipes/recipe.ts'
import { withPatches } from '../../../../../../electron/makeup/transfer/with-patches.ts'
import type { InferenceClient } from '../../../../../../electron/supervision/inference-client.ts'
import { realEngine } from '../../real-engine.ts'
import { crowd, drawing, portrait, redLips, referencePoints, samplePhoto } from './face-photos.ts'

function lipsOf(from: Exemplar, changes: Partial<MakeUpLook> = {}): MakeUpLook {
  return {
    faces: 'largest',
    tone: 0,
    swapSides: false,
    shifts: {},
    parts: { lips: { strength: 1, from } },
    ...changes,
  }
}

function request(photo: Exemplar, looks: readonly MakeUpLook[], full?: MakeUpRequest['full']): MakeUpRequest {
  return {
    recipe: 'make-up',
    viewId: 'view',
    revision: 1,
    photo,
    looks,
    ...(full === undefined ? {} : { full }),
  }
}

async function madeUp(
  client: InferenceClient,
  made: MakeUpRequest,
): Promise<Extract<RecipeResult, { recipe: 'make-up' }>> {
  const outcome = await client.generate({ ...made, recipe: 'make-up' }).outcome
  if (outcome.kind !== 'done') throw new Error(outcome.kind)
  return outcome.result
}

function noise(width: number, height: number): Exemplar {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 31 + (at >> 7)) % 256)
  return { image: { width, height, data }, condition: 'none' }
}

describe('faces of a photo', () => {
  it('are where MediaPipe sees them, upright and turned to any angle', async () => {
    const client = realEngine()
    const points = await referencePoints('female_10')
    const xs = points.filter((_, at) => at % 2 === 0)
    const [left, right] = [Math.min(...xs), Math.max(...xs)]
    const upright = await madeUp(client, request(await portrait('female_10'), []))
    expect(upright.faces).toHaveLength(1)
    expect(Math.abs((upright.faces[0]?.x ?? 0) - left)).toBeLessThan(4)
    expect(Math.abs((upright.faces[0]?.width ?? 0) - (right - left))).toBeLessThan(6)
    for (const angle of [90, 137, 180, 250]) {
      const { faces } = await madeUp(client, request(await portrait('female_10', { angle, side: 600 }), []))
      expect(faces, `turned by ${String(angle)}`).toHaveLength(1)
    }
  })

  it('are all found among twelve', async () => {
    const { faces, patches } = await madeUp(
      realEngine(),
      request(await crowd('male_42', 4, 3, 220), [lipsOf(await redLips('female_10'), { faces: 'all' })]),
    )
    expect(faces).toHaveLength(12)
    expect(patches).toHaveLength(12)
  })
})

describe('make-up on a photo', () => {
  it('reddens the lips and leaves every other pixel as it is, at 16 bits as well', async () => {
    const client = realEngine()
    const photo = await portrait('male_42')
    const look = lipsOf(await redLips('female_10'))
    const [patch] = (await madeUp(client, request(photo, [look]))).patches
    const points = await referencePoints('male_42')
    const [x, y] = [
      Math.round(points[17 * 2] ?? 0),
      Math.round(((points[17 * 2 + 1] ?? 0) + (points[14 * 2 + 1] ?? 0)) / 2),
    ]
    const at = (y * 512 + x) * 3
    const before = photo.image.data
    const eight = withPatches({ ...photo.image, channels: 3 }, patch === undefined ? [] : [patch]).data
    const redness = (data: Uint8Array | Uint16Array): number => (data[at] ?? 0) / ((data[at + 1] ?? 0) + 1)
    expect(redness(eight)).toBeGreaterThan(redness(before) * 1.5)
    const changed = patch?.mask.filter((value) => value > 0).length
    expect(changed).toBeGreaterThan(300)
    expect(changed).toBeLessThan(4000)

    const deep = {
      ...photo.image,
      channels: 3 as const,
      data: Uint16Array.from(before, (value) => value * 257),
    }
    const [deepPatch] = (await madeUp(client, request(photo, [look], deep))).patches
    expect(deepPatch?.data).toBeInstanceOf(Uint16Array)
    const sixteen = withPatches(deep, deepPatch === undefined ? [] : [deepPatch]).data
    expect(Math.abs((sixteen[at] ?? 0) / 257 - (eight[at] ?? 0))).toBeLessThan(2)
  })

  it('says what is wrong with a photo or an exemplar, and changes nothing', async () => {
    const client = realEngine()
    const worn = lipsOf(await redLips('female_10'))
    const told = async (made: MakeUpRequest): Promise<readonly MakeUpNotice[]> => {
      const { notices, patches } = await madeUp(client, made)
      for (const { mask } of patches) expect(mask.every((value) => value === 0)).toBe(true)
      return notices
    }
    const nobody = [{ kind: 'no-face', role: 'photo', least: 60 }]
    expect(await told(request(noise(300, 200), [worn]))).toEqual(nobody)
    expect(await told(request(await portrait('male_42'), [lipsOf(noise(64, 64))]))).toEqual([
      { kind: 'no-face', role: 'exemplar', least: 60 },
    ])
    // A face of about 40 pixels: found and too small, or not found at all.
    const [small] = await told(request(await portrait('male_42', { side: 110 }), [worn]))
    expect(small?.kind).toMatch(/^(no|small)-face$/)
    if (small !== undefined) expect(makeUpSentence(small)).toMatch(/^[^.]+ 60( pixels wide)?\.$/)
  })

  it('says that a face looks drawn', async () => {
    const { notices } = await madeUp(realEngine(), request(await drawing(), [lipsOf(await redLips('female_10'))]))
    expect(notices).toEqual([{ kind: 'drawing' }])
    const photographed = request(await portrait('male_42'), [lipsOf(await redLips('female_10'))])
    expect((await madeUp(realEngine(), photographed)).notices).toEqual([])
  })

  it('leaves out a part whose photo shows nobody, and puts the others on', async () => {
    // Bug it would catch: one unusable photo among several that keeps everything else from being seen.
    const parts = {
      lips: { strength: 1, from: await redLips('female_10') },
      shadow: { strength: 1, from: noise(64, 64) },
    }
    const photo = await portrait('male_42')
    const { notices, patches } = await madeUp(realEngine(), request(photo, [{ ...lipsOf(photo), parts }]))
    expect(notices).toEqual([{ kind: 'no-face', role: 'exemplar', least: 60 }])
    expect(patches[0]?.mask.some((value) => value > 0)).toBe(true)
  })

  it('makes up a face at the rim as far as the photo shows it', async () => {
    // Bug it would catch: a window beyond the photo's border, whose rows are read from the next line.
    const whole = (await portrait('male_42')).image
    const width = 300
    const data = new Uint8Array(width * 512 * 3)
    for (let y = 0; y < 512; y++) data.set(whole.data.subarray(y * 1536, y * 1536 + width * 3), y * width * 3)
    const photo = { image: { width, height: 512, data }, condition: 'none' as const }
    const { patches } = await madeUp(realEngine(), request(photo, [lipsOf(await redLips('female_10'))]))
    const [{ window, mask } = { window: undefined, mask: new Uint8Array() }] = patches
    expect((window?.x ?? 0) + (window?.width ?? 0)).toBeLessThanOrEqual(width)
    expect(mask.some((value) => value > 0)).toBe(true)
  })

  // Would catch: a sample that ships as make-up and is then said to wear none.
  it.each([
    ['faces/studio-light', true],
    ['make-up/soft-day', false],
    ['make-up/evening', false],
  ])('says that an exemplar without make-up changes little, and not of made-up ones: %s', async (name, bare) => {
    const { notices } = await madeUp(
      realEngine(),
      request(await portrait('female_10'), [lipsOf(await samplePhoto(name))]),
    )
    expect(notices.some(({ kind }) => kind === 'little-make-up')).toBe(bare)
  })
})
