import { describe, expect, it } from 'vitest'
import type { LabelMap } from '../../../../../../electron/contract/label-map.ts'
import type { PhotoEditRequest } from '../../../../../../electron/contract/recipes/photo-edit.ts'
import type { PhotoPixels } from '../../../../../../electron/contract/photo-pixels.ts'
import { patchedPhoto } from '../../../../../../electron/photo-edit/photo-colours.ts'
import { drawnLabels, GRASS, SKY, texturedPicture, WATER } from '../../../detail/textured-pictures.ts'
import { photoOf } from '../../../photo-edit/edited-photos.ts'
import { realEngine } from '../../real-engine.ts'

const WIDTH = 192
const HEIGHT = 128

const own = drawnLabels(WIDTH, HEIGHT, (x, y) => (y < 48 ? SKY : x > 140 && y > 90 ? WATER : GRASS))
const picture = texturedPicture(own)
const original = {
  image: { width: WIDTH, height: HEIGHT, data: Uint8Array.from(picture.data) },
  condition: { kind: 'labels' as const, labels: own },
}

function lakeAt(left: number, right: number): LabelMap {
  return drawnLabels(WIDTH, HEIGHT, (x, y) =>
    x >= left && x < right && y >= 60 && y < 84 ? WATER : (own.data[y * WIDTH + x] ?? 0),
  )
}

function request(changes: Partial<PhotoEditRequest> = {}): PhotoEditRequest & { recipe: 'photo-edit' } {
  return {
    recipe: 'photo-edit',
    pack: { id: 'tiny' },
    photo: photoOf(picture, 8, 3),
    original,
    after: lakeAt(30, 70),
    borrowed: [],
    seed: 0,
    viewId: 'edit',
    revision: 3,
    ...changes,
  }
}

/** Places of a photo that differ from another, as `x,y` of the first few. */
function outside(
  before: PhotoPixels,
  after: PhotoPixels,
  inside: (x: number, y: number) => boolean,
): readonly string[] {
  const found: string[] = []
  before.data.forEach((value, at) => {
    const pixel = Math.floor(at / before.channels)
    const x = pixel % before.width
    const y = Math.floor(pixel / before.width)
    if (value !== after.data[at] && !inside(x, y)) found.push(`${x},${y}`)
  })
  return found
}

describe('photo-edit in the host', () => {
  it('tells the region first, then makes the window, and leaves the rest of the photo as it is', async () => {
    const client = realEngine()
    const asked = request()
    const counts: number[] = []
    const { outcome } = client.generate(asked, { onPreview: ({ patches }) => counts.push(patches.length) })
    const ended = await outcome
    if (ended.kind !== 'done') throw new Error(ended.kind)
    // First with the generated picture’s own detail; finished, it is the result.
    expect(counts).toEqual([0, 1])
    const { patches, region, lacking, revision } = ended.result
    expect(revision).toBe(3)
    expect(lacking).toEqual([])
    expect(region.data.filter((value) => value === 1).length).toBeGreaterThan(40 * 24)
    const edited = patchedPhoto(asked.photo, patches)
    expect(edited.data).not.toEqual(asked.photo.data)
    expect(outside(asked.photo, edited, (x, y) => x >= 20 && x < 80 && y >= 50 && y < 94)).toEqual([])
  })

  it('makes nothing where nothing differs, and says which class the photo lacks', async () => {
    const client = realEngine()
    const same = await client.generate(request({ after: own }), {}).outcome
    if (same.kind !== 'done') throw new Error(same.kind)
    expect(same.result.patches).toEqual([])
    const meadow = drawnLabels(WIDTH, HEIGHT, (_x, y) => (y < 48 ? SKY : GRASS))
    const dry = { ...original, condition: { kind: 'labels' as const, labels: meadow } }
    const lake = drawnLabels(WIDTH, HEIGHT, (x, y) =>
      x > 30 && x < 60 && y > 70 && y < 90 ? WATER : (meadow.data[y * WIDTH + x] ?? 0),
    )
    const wanting = await client.generate(request({ original: dry, after: lake }), {}).outcome
    if (wanting.kind !== 'done') throw new Error(wanting.kind)
    expect(wanting.result.lacking).toEqual([WATER])
  })

  it('copies a class that the photo lacks from the photo that lends it', async () => {
    const meadow = drawnLabels(WIDTH, HEIGHT, (_x, y) => (y < 48 ? SKY : GRASS))
    const lake = drawnLabels(WIDTH, HEIGHT, (x, y) =>
      x > 40 && x < 130 && y > 60 && y < 110 ? WATER : (meadow.data[y * WIDTH + x] ?? 0),
    )
    const water = drawnLabels(160, 120, () => WATER)
    const lender = {
      image: { width: 160, height: 120, data: Uint8Array.from(texturedPicture(water).data) },
      condition: { kind: 'labels' as const, labels: water },
    }
    const dry = {
      image: { width: WIDTH, height: HEIGHT, data: Uint8Array.from(texturedPicture(meadow).data) },
      condition: { kind: 'labels' as const, labels: meadow },
    }
    const asked = request({
      photo: photoOf(texturedPicture(meadow), 8, 3),
      original: dry,
      after: lake,
      borrowed: [{ classId: WATER, exemplar: lender }],
    })
    const ended = await realEngine().generate(asked, {}).outcome
    if (ended.kind !== 'done') throw new Error(ended.kind)
    expect(ended.result.lacking).toEqual([])
    const edited = patchedPhoto(asked.photo, ended.result.patches)
    // The lender's water has stripes of three rows; grass has none: rows of one stripe are alike, the next stripe is not.
    const rows = Array.from({ length: 24 }, (_, row) => {
      let sum = 0
      for (let x = 60; x < 110; x++) sum += edited.data[((74 + row) * WIDTH + x) * 3 + 1] ?? 0
      return sum / 50
    })
    const mean = rows.reduce((sum, value) => sum + value, 0) / rows.length
    const deviation = Math.sqrt(rows.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows.length)
    expect(deviation).toBeGreaterThan(6)
  })

  it('can be cancelled while the detail is made', async () => {
    const client = realEngine()
    const job = client.generate(request(), { onProgress: (stage) => (stage === 'detail' ? job.cancel() : undefined) })
    expect((await job.outcome).kind).toBe('cancelled')
  })

  it.each([
    ['labels of another size', { after: drawnLabels(20, 20, () => SKY) }, /draw them at one size\.$/],
    ['a class that the pack does not know', { after: drawnLabels(WIDTH, HEIGHT, () => 200) }, /no class 200/],
    ['a photo without labels', { original: { ...original, condition: 'none' as const } }, /label the photo first/],
  ])('refuses %s in one sentence', async (_name, changes, sentence) => {
    await expect(realEngine().generate(request(changes), {}).outcome).rejects.toThrow(sentence)
  })
})
