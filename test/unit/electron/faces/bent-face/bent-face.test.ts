import { describe, expect, it } from 'vitest'
import type { LabelMap } from '../../../../../electron/contract/label-map.ts'
import { bendField } from '../../../../../electron/faces/bent-face/bend-field.ts'
import { bentShares, UNKNOWN } from '../../../../../electron/faces/bent-face/bent-shares.ts'
import { controlPoints } from '../../../../../electron/faces/bent-face/control-points.ts'
import { fieldPlaces } from '../../../../../electron/faces/bent-face/field-places.ts'
import { layBentFace } from '../../../../../electron/faces/bent-face/lay-bent-face.ts'
import { colouredFace, drawnFace } from './drawn-face.ts'

function placesOf(layout: LabelMap, shown: LabelMap): Float32Array {
  const field = bendField(layout, controlPoints(shown))
  if (field === undefined) throw new Error('was not bent')
  return fieldPlaces(field, layout, shown)
}

/** Share of the layout's pixels of some classes that the bent face shows as what they are. */
function agreement(layout: LabelMap, shown: LabelMap, places: Float32Array, labels: readonly number[]): number {
  let [asked, met] = [0, 0]
  for (let pixel = 0; pixel < layout.data.length; pixel++) {
    const label = layout.data[pixel] ?? 0
    if (!labels.includes(label)) continue
    asked++
    const [x = 0, y = 0] = places.subarray(pixel * 2, pixel * 2 + 2)
    if (shown.data[Math.floor(y) * shown.width + Math.floor(x)] === label) met++
  }
  return met / asked
}

const FEATURES = [2, 4, 5, 6, 7, 11, 12]

describe('the bend of a face', () => {
  // Bug it would catch: a face that shifts although nothing was to move.
  it('leaves a face that is as asked where it is', () => {
    const places = placesOf(drawnFace(), drawnFace())
    let farthest = 0
    for (let pixel = 0; pixel < places.length / 2; pixel++) {
      const [x = 0, y = 0] = places.subarray(pixel * 2, pixel * 2 + 2)
      farthest = Math.max(farthest, Math.hypot(x - (pixel % 128) - 0.5, y - Math.floor(pixel / 128) - 0.5))
    }
    expect(farthest).toBeLessThan(0.01)
  })

  // Bug it would catch: parts matched to other parts, or a map that goes the wrong way.
  it('lays eyes, brows, nose and lips where the layout has them', () => {
    const layout = drawnFace({ x: 70, width: 26, mouthWidth: 14, eyesDown: 54 })
    const still = Float32Array.from({ length: 128 * 128 * 2 }, (_, at) =>
      at % 2 === 0 ? ((at / 2) % 128) + 0.5 : Math.floor(at / 256) + 0.5,
    )
    expect(agreement(layout, drawnFace(), still, FEATURES)).toBeLessThan(0.6)
    const places = placesOf(layout, drawnFace())
    expect(agreement(layout, drawnFace(), places, FEATURES)).toBeGreaterThan(0.85)
    expect(agreement(layout, drawnFace(), places, [1])).toBeGreaterThan(0.9)
  })

  // Bug it would catch: a speck of a parser far from the eye that drags half of the face along.
  it('does not follow specks', () => {
    const speckled = drawnFace()
    for (let row = 4; row < 7; row++) speckled.data.fill(4, row * 128 + 2, row * 128 + 8)
    expect(placesOf(speckled, drawnFace())).toEqual(placesOf(drawnFace(), drawnFace()))
  })

  // Bug it would catch: a picture torn by points that contradict each other, here a hair that hangs over the whole picture.
  it('does not fold where outlines contradict each other', () => {
    const layout = drawnFace()
    for (let row = 0; row < 40; row++) layout.data.fill(13, row * 128 + 2, row * 128 + 40)
    const places = placesOf(layout, drawnFace())
    let folds = 0
    for (let pixel = 0; pixel < 127 * 128; pixel++) {
      if (pixel % 128 === 127) continue
      const [x = 0, y = 0, right = 0, beside = 0] = places.subarray(pixel * 2, pixel * 2 + 4)
      const [below = 0, down = 0] = places.subarray((pixel + 128) * 2, (pixel + 128) * 2 + 2)
      if ((right - x) * (down - y) - (beside - y) * (below - x) <= 0) folds++
    }
    expect(folds).toBe(0)
  })

  // Bug it would catch: hair pulled down onto the forehead because the drawing has none, so that its head ends with the face.
  it('leaves hair where it is if the layout has none', () => {
    const bare = drawnFace()
    for (let pixel = 0; pixel < bare.data.length; pixel++) if (bare.data[pixel] === 13) bare.data[pixel] = UNKNOWN
    const places = placesOf(bare, drawnFace())
    expect(places[(20 * 128 + 64) * 2 + 1]).toBeCloseTo(20.5, 1)
  })

  // Bug it would catch: a crash on a landscape, or on an empty canvas.
  it('is none without a face', () => {
    const empty = { width: 128, height: 128, data: new Uint8Array(128 * 128) }
    expect(bendField(empty, controlPoints(drawnFace()))).toBeUndefined()
    expect(bendField(drawnFace(), controlPoints(empty))).toBeUndefined()
  })
})

describe('what a bent face lends to a warp', () => {
  const layout = drawnFace({ mouthWidth: 14 })
  const shown = drawnFace()
  const places = placesOf(layout, shown)

  // Bug it would catch: a background that follows the head, or the warp's shreds left where the bent face is right.
  it('covers the warp where both show the same part, and keeps the background where it is', () => {
    const shares = bentShares(layout, shown, places)
    const at = (x: number, y: number): number => y * 128 + x
    expect(shares.bent[at(64, 75)]).toBe(1)
    expect(shares.background[at(3, 3)]).toBe(1)
    expect(shares.background[at(64, 75)]).toBe(0)
    const warp = new Float32Array(128 * 128 * 3).fill(-0.5)
    const laid = layBentFace(warp, layout, colouredFace(shown), places, shares)
    expect(laid[at(64, 70)]).toBeCloseTo((20 / 255) * 2 - 1, 2)
    expect(laid[at(3, 3)]).toBeCloseTo(-1, 5)
    expect(warp.every((value) => value === -0.5)).toBe(true)
  })

  // Bug it would catch: the exemplar's hair laid where the layout asks for a hat.
  it('leaves the warp where the exemplar shows something else', () => {
    const hat = drawnFace()
    for (let pixel = 0; pixel < 40 * 128; pixel++) if (hat.data[pixel] === 13) hat.data[pixel] = 14
    const shares = bentShares(hat, shown, placesOf(hat, shown))
    expect(shares.bent[20 * 128 + 64]).toBe(0)
  })

  // Bug it would catch: a drawing without lines for hair that never gets the exemplar's.
  it('shows what it likes where a drawing says nothing, but no part twice', () => {
    const drawing = drawnFace()
    for (let pixel = 0; pixel < drawing.data.length; pixel++)
      if ([0, 13, 17].includes(drawing.data[pixel] ?? 0)) drawing.data[pixel] = UNKNOWN
    const shares = bentShares(drawing, shown, placesOf(drawing, shown))
    expect(shares.bent[20 * 128 + 64]).toBe(1)
    for (let pixel = 0; pixel < drawing.data.length; pixel++)
      if (drawing.data[pixel] === UNKNOWN && shown.data[pixel] === 1) expect(shares.bent[pixel]).toBeLessThan(1)
  })

  // Bug it would catch: shreds around a nose of one stroke, whose rims are nowhere.
  it('does not ask where a part ends that a drawing leaves open', () => {
    const drawing = drawnFace()
    for (let pixel = 0; pixel < drawing.data.length; pixel++) if (drawing.data[pixel] === 2) drawing.data[pixel] = 1
    const still = placesOf(drawnFace(), shown)
    expect(bentShares(drawing, shown, still).bent[70 * 128 + 64]).toBe(0)
    expect(bentShares(drawing, shown, still, new Set([2])).bent[70 * 128 + 64]).toBe(1)
  })

  // Bug it would catch: a fringe whose hair runs up in straight streaks, read beyond the photo or drawn out to three times its length.
  it('leaves hair to the match where the photo has too little of it', () => {
    const all = (label: number): LabelMap => ({ width: 128, height: 128, data: new Uint8Array(128 * 128).fill(label) })
    const stretched = (times: number, above: number): Float32Array =>
      Float32Array.from({ length: 128 * 128 * 2 }, (_, at) =>
        at % 2 === 0 ? ((at / 2) % 128) + 0.5 : (Math.floor(at / 256) + 0.5) / times - above,
      )
    const middle = 64 * 128 + 64
    expect(bentShares(all(13), all(13), stretched(1.5, 0)).bent[middle]).toBe(1)
    expect(bentShares(all(13), all(13), stretched(3, 0)).bent[middle]).toBe(0)
    expect(bentShares(all(13), all(13), stretched(1, 90)).bent[middle]).toBe(0)
    // Skin has no strands: it may be drawn out.
    expect(bentShares(all(1), all(1), stretched(3, 0)).bent[middle]).toBe(1)
  })
})
