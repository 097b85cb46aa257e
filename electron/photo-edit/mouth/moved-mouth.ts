import type { PhotoPatch, Rectangle } from '../../contract/photo-patch.ts'
import type { PhotoPixels } from '../../contract/photo-pixels.ts'
import type { Checkpoint, Colours } from '../../detail/raster.ts'
import type { ChangedRegion } from '../changed-region.ts'
import { changedPlace } from '../changed-place.ts'
import { emptyPatch, writeMade } from '../growing-patch.ts'
import { coloursOf } from '../photo-colours.ts'
import { regionMask } from '../region-mask.ts'
import { blendSeam, seamGround } from '../seam.ts'
import { cubicSample } from './cubic-sample.ts'
import { openingOf, type MouthShape } from './mouth-shape.ts'
import { mouthWarp, type MouthWarp, type PartPoint } from './mouth-warp.ts'

/** What shows between lips that were closed: a picture, and where in it that is. */
export interface BetweenLips {
  readonly colours: Colours
  /** From a place between the lips (along the width, down the opening, each 0..1) and in the part to one in the picture. */
  readonly placeOf: (along: number, down: number, point: PartPoint) => PartPoint
}

/** A mouth that takes another shape. */
export interface MovedMouth {
  readonly photo: PhotoPixels
  readonly window: Rectangle
  readonly region: ChangedRegion
  /** From a point of the photo, in its pixels, to one of the part, and back. */
  readonly toPart: (point: PartPoint) => PartPoint
  readonly toPhoto: (point: PartPoint) => PartPoint
  readonly from: MouthShape
  readonly to: MouthShape
  /** Absent where the photo shows it, or nothing is to be seen. */
  readonly between: BetweenLips | undefined
}

/** Lips that open more than so many times as far as in the photo show something that it does not. */
const MOST_OPENED = 2.5
/** An opening below this share of the part's side shows nothing. */
const LEAST_OPENING = 0.006
/** Over how much of the part's side the lips cast their shadow on what lies between them. */
const SHADOW = 0.012
const DARKEST = 0.45

/** Whether the new mouth shows more between its lips than the photo can lend. */
export function opens(from: MouthShape, to: MouthShape): boolean {
  const opening = openingOf(to)
  return opening > LEAST_OPENING && opening > MOST_OPENED * openingOf(from)
}

/**
 * The photo's own mouth, moved: its lips keep their pores, colour and light, teeth that it shows are stretched, and the skin
 * around goes along.
 *
 * @returns a patch over all of the region that lies in the window
 */
export async function movedMouth(mouth: MovedMouth, checkpoint: Checkpoint): Promise<PhotoPatch> {
  const { photo, window, region } = mouth
  const place = changedPlace(region, window, photo)
  const mask = regionMask(region, place, photo)
  const colours = coloursOf(photo, place)
  const { source } = mouthWarp(mouth.from, mouth.to)
  const data = Float32Array.from(colours.data)
  for (let row = 0; row < place.height; row++) {
    if (row % 16 === 0) await checkpoint()
    moveRow(mouth, source, { place, colours, mask }, row, data)
  }
  const patch = emptyPatch(photo, place)
  const seam = await seamGround(colours, mask, checkpoint)
  writeMade(patch, place, mask, await blendSeam(seam, { ...colours, data }, checkpoint))
  return { window: place, data: patch.data, mask: patch.mask }
}

/** The photo where its mouth is moved. */
interface MouthGround {
  readonly place: Rectangle
  readonly colours: Colours
  /** 0..1, how far each pixel is replaced. */
  readonly mask: Float32Array
}

/** @param source from a point of the new picture to that of the old */
function moveRow(
  { toPart, toPhoto, between }: MovedMouth,
  source: MouthWarp['source'],
  { place, colours, mask }: MouthGround,
  row: number,
  data: Float32Array,
): void {
  const own = new Float32Array(3)
  const other = new Float32Array(3)
  for (let column = 0, at = row * place.width; column < place.width; column++, at++) {
    if ((mask[at] ?? 0) <= 0) continue
    const point = toPart({ x: place.x + column + 0.5, y: place.y + row + 0.5 })
    const old = source(point)
    if (old === point) continue
    const there = toPhoto(old)
    cubicSample(colours, there.x - place.x, there.y - place.y, own)
    if (old.between !== undefined && between !== undefined) {
      const { along, down, depth } = old.between
      const seen = between.placeOf(along, down, point)
      cubicSample(between.colours, seen.x, seen.y, other)
      const share = Math.min(1, depth / SHADOW)
      const shade = DARKEST + (1 - DARKEST) * share
      const cover = Math.min(1, share * 4)
      for (let channel = 0; channel < 3; channel++)
        own[channel] = (own[channel] ?? 0) * (1 - cover) + (other[channel] ?? 0) * shade * cover
    }
    data.set(own, at * 3)
  }
}
