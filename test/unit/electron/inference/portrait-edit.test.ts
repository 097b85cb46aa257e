import { describe, expect, it } from 'vitest'
import { classMapOf } from '../../../../electron/contract/class-maps.ts'
import type { LabelMap } from '../../../../electron/contract/label-map.ts'
import type { RgbImage } from '../../../../electron/contract/rgb-image.ts'
import type { PhotoPatch } from '../../../../electron/contract/photo-patch.ts'
import type { RequestOf } from '../../../../electron/contract/recipes/recipe.ts'
import { alignmentOf } from '../../../../electron/faces/alignment/celeba-alignment.ts'
import { mean } from '../../../../electron/faces/geometry/point.ts'
import { inverse, transform } from '../../../../electron/faces/geometry/similarity.ts'
import { resampleImage } from '../../../../electron/inference/preprocess/resample-image.ts'
import { patchedPhoto } from '../../../../electron/photo-edit/photo-colours.ts'
import type { InferenceClient } from '../../../../electron/supervision/inference-client.ts'
import { realEngine } from './real-engine.ts'
import { portrait, samplePhoto } from './recipes/make-up/face-photos.ts'

const SIDE = 320
const BROWS = [6, 7]
const SKIN = 1
const HAIR = 13
const INSIDE = 10
const UPPER_LIP = 11
const LOWER_LIP = 12
const MOUTH = [INSIDE, UPPER_LIP, LOWER_LIP]

/** Two people side by side. @param apart how far the second picture begins to the right, in pixels */
async function group(apart = SIDE): Promise<RgbImage> {
  const people = await Promise.all(
    (['male_42', 'female_10'] as const).map(async (name) => (await portrait(name)).image),
  )
  const width = apart + SIDE
  const data = new Uint8Array(width * SIDE * 3)
  people.forEach((person, index) => {
    const small = resampleImage(person, { width: SIDE, height: SIDE })
    // Where the pictures overlap, each shows half.
    const left = index * Math.floor((SIDE - apart) / 2)
    for (let y = 0; y < SIDE; y++)
      data.set(
        small.data.subarray((y * SIDE + left) * 3, (y + 1) * SIDE * 3).map((value) => Math.round(value)),
        (y * width + index * apart + left) * 3,
      )
  })
  return { width, height: SIDE, data }
}

async function labelled(client: InferenceClient, image: RgbImage): Promise<{ labels: LabelMap; parts: LabelMap }> {
  const ended = await client.annotate('face-parts', image, { packId: 'faces', whole: true }).outcome
  if (ended.kind !== 'done') throw new Error(ended.kind)
  const labels = classMapOf(ended.result.condition)
  const { parts } = ended.result
  if (labels === undefined || parts === undefined) throw new Error('no labels')
  return { labels, parts }
}

/** Brows of the person on the right, three pixels thicker. */
function thickerBrows({ width, height, data }: LabelMap): LabelMap {
  const after = data.slice()
  for (let y = 3; y < height - 3; y++)
    for (let x = SIDE; x < width; x++) {
      if (data[y * width + x] !== SKIN) continue
      for (let step = -3; step <= 3; step++) {
        const beside = data[(y + step) * width + x] ?? 0
        if (BROWS.includes(beside)) after[y * width + x] = beside
      }
    }
  return { width, height, data: after }
}

function request(image: RgbImage, labels: LabelMap, after: LabelMap, anew?: LabelMap): RequestOf<'photo-edit'> {
  return {
    recipe: 'photo-edit',
    pack: { id: 'faces' },
    photo: { ...image, channels: 3 },
    original: { image, condition: { kind: 'labels', labels } },
    after,
    ...(anew === undefined ? {} : { anew }),
    borrowed: [],
    seed: 0,
    viewId: 'edit',
    revision: 1,
  }
}

function edit(client: InferenceClient, image: RgbImage, labels: LabelMap, after: LabelMap, anew?: LabelMap) {
  return client.generate(request(image, labels, after, anew), {}).outcome
}

/** A mouth that shows teeth: the lips' lower half moves down by its own height. */
function openedMouth(labels: LabelMap): LabelMap {
  const { width, height } = labels
  const cells = [...labels.data.keys()].filter((at) => MOUTH.includes(labels.data[at] ?? 0))
  const columns = cells.map((at) => at % width)
  const rows = cells.map((at) => Math.floor(at / width))
  const [left, right, top, bottom] = [Math.min(...columns), Math.max(...columns), Math.min(...rows), Math.max(...rows)]
  const middle = (top + bottom) / 2
  const half = (bottom - top) / 2
  const data = labels.data.slice()
  for (let x = left; x <= right; x++) {
    const share = Math.sqrt(Math.max(0, 1 - ((2 * x - left - right) / (right - left)) ** 2))
    for (let y = top; y < Math.min(height, bottom + 2 * half); y++) {
      const [upper, inner, lower] = [middle - half * share, middle, middle + half * share]
      if (y < upper || y > lower + half * share) continue
      data[y * width + x] = y < inner ? UPPER_LIP : y < lower ? INSIDE : LOWER_LIP
    }
  }
  return { width, height, data }
}

const pointOf = ({ width }: LabelMap, at: number) => ({ x: (at % width) + 0.5, y: Math.floor(at / width) + 0.5 })

function middleOf(labels: LabelMap, classes: readonly number[]) {
  return mean(
    [...labels.data.keys()].filter((at) => classes.includes(labels.data[at] ?? 0)).map((at) => pointOf(labels, at)),
  )
}

describe('editing portraits', () => {
  // Would catch: tall or long hair that keeps its ends when it is cut, because they lie outside of the face's square.
  it('labels hair that reaches past the square of a face', async () => {
    const client = realEngine(50_000_000, 'models/packs')
    const { image } = await samplePhoto('faces/braids')
    const { labels } = await labelled(client, image)
    const [right, left, mouth] = [middleOf(labels, [5]), middleOf(labels, [4]), middleOf(labels, [11, 12])]
    const toSquare = inverse(alignmentOf(right, left, mouth, 1))
    const outside = [...labels.data.keys()].filter((at) => {
      const place = transform(toSquare, pointOf(labels, at))
      return labels.data[at] === HAIR && (Math.min(place.x, place.y) < -0.05 || Math.max(place.x, place.y) > 1.05)
    })
    expect(outside.length).toBeGreaterThan(500)
  })

  it('labels each face of a group at its place, and changes the brows of one person alone', async () => {
    const client = realEngine(50_000_000, 'models/packs')
    const image = await group()
    const { labels, parts } = await labelled(client, image)
    // Would catch: labels of the largest face stretched over the photo, or only one face found.
    expect(new Set(parts.data)).toEqual(new Set([0, 1, 2]))
    expect(labels.data.every((label, at) => label === 0 || parts.data[at] !== 0)).toBe(true)
    const skinOf = (half: number): number =>
      labels.data.filter((label, at) => label === SKIN && Math.floor((at % image.width) / SIDE) === half).length
    expect(Math.min(skinOf(0), skinOf(1))).toBeGreaterThan(0.03 * SIDE * SIDE)

    const after = thickerBrows(labels)
    const ended = await edit(client, image, labels, after)
    if (ended.kind !== 'done') throw new Error(ended.kind)
    const photo = { ...image, channels: 3 as const }
    const edited = patchedPhoto(photo, ended.result.patches)
    let [painted, darker, elsewhere] = [0, 0, 0]
    for (let at = 0; at < labels.data.length; at++) {
      const before = image.data[at * 3 + 1] ?? 0
      const now = edited.data[at * 3 + 1] ?? 0
      if (labels.data[at] !== after.data[at]) {
        painted++
        darker += before - now
      } else if (before !== now && at % image.width < SIDE) elsewhere++
    }
    expect(painted).toBeGreaterThan(40)
    // Would catch: a patch that is put back at the wrong place, and joins that wash the brow out.
    expect(darker / painted).toBeGreaterThan(5)
    expect(elsewhere, 'changed pixels of the other person').toBe(0)
    const region = ended.result.region
    edited.data.forEach((value, at) => {
      const pixel = Math.floor(at / 3)
      const cell =
        Math.floor((Math.floor(pixel / image.width) * region.height) / image.height) * region.width +
        Math.floor(((pixel % image.width) * region.width) / image.width)
      if (region.data[cell] === 0 && value !== image.data[at]) throw new Error(`pixel ${pixel} changed outside`)
    })
  }, 120_000)

  // Bug it would catch: a mouth that is seen only once the pack has painted its teeth, half of the time later.
  it('shows a mouth that opens before its teeth are painted', async () => {
    const client = realEngine(50_000_000, 'models/packs')
    const large = (await portrait('male_42')).image
    const small = resampleImage(large, { width: SIDE, height: SIDE })
    const image = { width: SIDE, height: SIDE, data: Uint8Array.from(small.data, Math.round) }
    const { labels } = await labelled(client, image)
    const seen: PhotoPatch[] = []
    const stages: string[] = []
    const { outcome } = client.generate(request(image, labels, openedMouth(labels)), {
      onPreview: ({ patches }) => {
        if (patches.length > 0) stages.push('sketch')
        seen.push(...patches)
      },
      onProgress: (stage) => stages.push(stage),
    })
    const ended = await outcome
    if (ended.kind !== 'done') throw new Error(ended.kind)
    const [sketch] = seen
    const [finished] = ended.result.patches
    if (sketch === undefined || finished === undefined) throw new Error('a sketch and a patch were expected')
    expect(stages.indexOf('sketch')).toBeLessThan(stages.indexOf('generate'))
    expect(sketch.window).toEqual(finished.window)
    // The lips are where they will be; what lies between them is not painted yet.
    const differing = sketch.data.filter((value, at) => value !== finished.data[at]).length
    expect(differing).toBeGreaterThan(50)
    expect(differing).toBeLessThan(0.5 * sketch.data.length)
    expect(sketch.data).not.toEqual(new Uint8Array(sketch.data.length))
  }, 120_000)

  // Bug it would catch: the second face's patch, which shows the photo's own pixels over what the first one has changed.
  it('changes two faces whose windows overlap, and keeps both changes', async () => {
    const client = realEngine(50_000_000, 'models/packs')
    const image = await group(170)
    const { labels, parts } = await labelled(client, image)
    expect(new Set(parts.data)).toEqual(new Set([0, 1, 2]))
    const hair = { ...labels, data: labels.data.map((label) => (label === HAIR ? 1 : 0)) }
    const ended = await edit(client, image, labels, labels, hair)
    if (ended.kind !== 'done') throw new Error(ended.kind)
    const { patches } = ended.result
    const [first, second] = patches
    if (first === undefined || second === undefined) throw new Error('two patches were expected')
    const edited = patchedPhoto({ ...image, channels: 3 as const }, patches)
    let shared = 0
    let kept = 0
    first.mask.forEach((share, at) => {
      const x = first.window.x + (at % first.window.width)
      const y = first.window.y + Math.floor(at / first.window.width)
      const column = x - second.window.x
      const row = y - second.window.y
      if (column < 0 || row < 0 || column >= second.window.width || row >= second.window.height) return
      shared++
      if (share === 0 || second.mask[row * second.window.width + column] !== 0) return
      kept++
      for (let channel = 0; channel < 3; channel++)
        expect(edited.data[(y * image.width + x) * 3 + channel]).toBe(first.data[at * 3 + channel])
    })
    expect(shared, 'pixels in both windows').toBeGreaterThan(100)
    expect(kept, 'changed pixels of the first face in the window of the second').toBeGreaterThan(20)
  }, 120_000)

  it('says what to do with a photo without faces, with tiny ones, and with a change beside all of them', async () => {
    const client = realEngine(50_000_000, 'models/packs')
    const grey = { width: 200, height: 150, data: new Uint8Array(200 * 150 * 3).fill(120) }
    await expect(labelled(client, grey)).rejects.toThrow(/^No face was found in the photo; choose one .*\.$/)
    const image = await group()
    const { labels } = await labelled(client, image)
    const corner = {
      ...labels,
      data: labels.data.map((label, at) => (at % image.width < 6 && at < 6 * image.width ? 13 : label)),
    }
    await expect(edit(client, image, labels, corner)).rejects.toThrow(
      /^The change lies outside every face that was found; paint on a face or close around it\.$/,
    )
    const tiny = resampleImage(image, { width: 200, height: 100 })
    const small = { width: 200, height: 100, data: Uint8Array.from(tiny.data, Math.round) }
    await expect(labelled(client, small)).rejects.toThrow(/too small to be edited|No face was found/)
  }, 120_000)
})
