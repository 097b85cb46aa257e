import { describe, expect, it } from 'vitest'
import { readMakeup, type MakeupLayers } from '../../../../electron/makeup/layers/makeup-layers.ts'
import type { MakeupPart } from '../../../../electron/contract/makeup-parts.ts'
import { compose } from '../../../../electron/makeup/transfer/composition.ts'
import { faceView } from '../../../../electron/makeup/transfer/face-view.ts'
import { paintFace } from '../../../../electron/makeup/transfer/paint-face.ts'
import { targetFace } from '../../../../electron/makeup/transfer/target-face.ts'
import { withPatches } from '../../../../electron/makeup/transfer/with-patches.ts'
import { partZones } from '../../../../electron/makeup/uv/part-zones.ts'
import { UV_SIDE } from '../../../../electron/makeup/uv/uv-frame.ts'
import { unwrapFace } from '../../../../electron/makeup/uv/unwrap-face.ts'
import { colourAt, drawFace, OFFSET, PHOTO, type DrawnPhoto } from './made-up-face.ts'

type PartStrengths = Readonly<Record<MakeupPart, number>>

const FULL: PartStrengths = { foundation: 1, blush: 1, shadow: 1, paint: 1, liner: 1, lips: 1 }
const LIPS: PartStrengths = { foundation: 0, blush: 0, shadow: 0, paint: 0, liner: 0, lips: 1 }
/** Places of the plane of make-up. */
const LOWER_LIP = [256, 396] as const
const CHEEK = [180, 320] as const
const FOREHEAD = [256, 130] as const

function layersOf({ pyramid, face, cover }: DrawnPhoto): MakeupLayers {
  return readMakeup(unwrapFace(pyramid, face, cover))
}

function transferred(photo: DrawnPhoto, worn: MakeupLayers, strengths: PartStrengths, tone = 0): Uint8Array {
  const target = targetFace(photo.pyramid, photo.face, photo.cover)
  const { image } = photo.pyramid
  const view = faceView({ ...image, channels: 3 }, photo.face.points, target)
  const layers = { foundation: worn, blush: worn, shadow: worn, paint: worn, liner: worn, lips: worn }
  const photoPixels = { ...image, channels: 3 as const }
  const patch = paintFace(photoPixels, view, compose(target, { layers, strengths, tone, shifts: {} }))
  return Uint8Array.from(withPatches(photoPixels, [patch]).data)
}

describe('make-up transfer', () => {
  it('changes a face by less than a level when it gets its own make-up', () => {
    const photo = drawFace({ lips: [45, 50, 25], shadow: [50, 5, -20], spots: [[200, 120]] })
    const result = transferred(photo, layersOf(photo), FULL)
    const { data } = photo.pyramid.image
    const zones = partZones(UV_SIDE)
    let [sum, count] = [0, 0]
    for (let v = 0; v < UV_SIDE; v++)
      for (let u = 0; u < UV_SIDE; u++) {
        if ((zones.skinFade[v * UV_SIDE + u] ?? 0) < 0.5) continue
        const at = ((v + OFFSET.y) * PHOTO.width + u + OFFSET.x) * 3
        for (let channel = 0; channel < 3; channel++)
          sum += Math.abs((result[at + channel] ?? 0) - (data[at + channel] ?? 0))
        count += 3
      }
    expect(sum / count).toBeLessThan(1)
  })

  it('brings red lips to the lips alone, bit by bit', () => {
    const photo = drawFace({})
    const result = transferred(photo, layersOf(drawFace({ lips: [42, 58, 34] })), LIPS)
    const { data } = photo.pyramid.image
    const [, a, b] = colourAt(result, ...LOWER_LIP)
    expect(a).toBeGreaterThan(52)
    expect(b).toBeGreaterThan(28)
    let outside = 0
    for (let y = 0; y < PHOTO.height; y++)
      for (let x = 0; x < PHOTO.width; x++) {
        const [u, v] = [x - OFFSET.x, y - OFFSET.y]
        if (u > 178 && u < 334 && v > 345 && v < 420) continue
        for (let channel = 0; channel < 3; channel++)
          if (result[(y * PHOTO.width + x) * 3 + channel] !== data[(y * PHOTO.width + x) * 3 + channel]) outside++
      }
    expect(outside).toBe(0)
    expect(colourAt(result, 256, 378)).toEqual(colourAt(data, 256, 378))
  })

  it('keeps the skin’s tone unless asked, and takes it when asked', () => {
    const photo = drawFace({ skin: [45, 16, 24], lips: [35, 22, 14] })
    const pale = layersOf(drawFace({ skin: [85, 6, 10] }))
    const kept = colourAt(transferred(photo, pale, FULL), ...CHEEK)
    expect(kept[0]).toBeCloseTo(45, -1)
    expect(kept[1]).toBeCloseTo(16, 0)
    const taken = colourAt(transferred(photo, pale, FULL, 1), ...CHEEK)
    expect(taken[1]).toBeCloseTo(6, 0)
    expect(taken[0]).toBeGreaterThan(60)
  })

  it('does not take light from one side for make-up', () => {
    const photo = drawFace({})
    const result = transferred(photo, layersOf(drawFace({ sideLight: 18 })), FULL)
    const left = colourAt(result, 150, 300)
    const right = colourAt(result, 362, 300)
    expect(Math.abs(left[0] - right[0])).toBeLessThan(2)
  })

  it('does not take coloured light from one side for make-up', () => {
    // Bug it would catch: a cheek in evening sun whose yellow goes to the other person's cheek.
    const photo = drawFace({})
    const result = transferred(photo, layersOf(drawFace({ sideColour: [6, 24] })), FULL)
    const left = colourAt(result, 150, 300)
    const right = colourAt(result, 362, 300)
    expect(Math.abs(left[1] - right[1])).toBeLessThan(2)
    expect(Math.abs(left[2] - right[2])).toBeLessThan(2)
  })

  it('keeps the light of the photo', () => {
    const photo = drawFace({ sideLight: 18 })
    const result = transferred(photo, layersOf(drawFace({ lips: [42, 58, 34] })), FULL)
    const before = colourAt(photo.pyramid.image.data, 362, 300)[0] - colourAt(photo.pyramid.image.data, 150, 300)[0]
    const after = colourAt(result, 362, 300)[0] - colourAt(result, 150, 300)[0]
    expect(Math.abs(before - after)).toBeLessThan(2)
  })

  it('draws painted spots, which a soft colour would wash away', () => {
    const photo = drawFace({ skin: [60, 16, 20] })
    const result = transferred(photo, layersOf(drawFace({ spots: [FOREHEAD] })), FULL)
    expect(colourAt(result, ...FOREHEAD)[0]).toBeGreaterThan(80)
    expect(colourAt(result, 256, 160)[0]).toBeLessThan(64)
  })

  it('colours the lids and leaves the eyes between them', () => {
    const photo = drawFace({})
    const { data } = photo.pyramid.image
    const result = transferred(photo, layersOf(drawFace({ shadow: [50, 4, -22] })), FULL)
    expect(colourAt(result, 331, 207)[2]).toBeLessThan(colourAt(data, 331, 207)[2] - 12)
    expect(colourAt(result, 326, 230)).toEqual(colourAt(data, 326, 230))
  })
})
