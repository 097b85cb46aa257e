import type { ImageSize } from '../contract/image-size.ts'
import type { Rectangle } from '../contract/photo-patch.ts'
import type { Colours } from '../detail/raster.ts'
import { boxMeans } from './box-means.ts'

/** Where a change ends in hair, or hair that comes ends in something else. */
export interface Fraying {
  /** 1 where strands decide, over the region's grid. */
  readonly cells: Uint8Array
  /** Whether the hair is what was made, or the photo's own. */
  readonly hair: 'made' | 'photo'
}

/** Strands are looked at against their surroundings of this radius, as a share of the place's longer side. */
const SURROUNDINGS = 0.008
/** How much steeper than the mask hair ends, and how far a strand may differ from the rest. */
const STEEP = 2
const STRANDS = 0.8
/** Where so little or so much of the mask is left, nothing ends abruptly. */
const FADING = 0.2

/**
 * A mask that follows strands: hair does not end along a line, but strand by strand. Where hair is darker than what lies beside it,
 * its dark pixels reach farther, else its bright ones.
 *
 * @param mask 0..1 over the place, how far what was made replaces the photo
 */
export function frayedMask(
  mask: Float32Array,
  { cells, hair: owner }: Fraying,
  grid: ImageSize,
  place: Rectangle,
  photo: ImageSize,
  colours: { readonly made: Colours; readonly photo: Colours },
): Float32Array {
  const result = mask.slice()
  const frayed = frayedPixels(mask, cells, grid, place, photo)
  if (frayed.length === 0) return result
  const [hair, other] = owner === 'made' ? [colours.made, colours.photo] : [colours.photo, colours.made]
  const strength = strandsOf(hair, frayed)
  const sign = brightness(hair, frayed) < brightness(other, frayed) ? -1 : 1
  for (const [index, at] of frayed.entries()) {
    const made = mask[at] ?? 0
    const share = owner === 'made' ? made : 1 - made
    const strand = sign * (strength[index] ?? 0)
    const covers = clamp((share - 0.5) * STEEP + 0.5 + STRANDS * strand) * clamp(share / FADING)
    const kept = share > 1 - FADING ? 1 - (1 - covers) * clamp((1 - share) / FADING) : covers
    result[at] = owner === 'made' ? kept : 1 - kept
  }
  return result
}

function frayedPixels(
  mask: Float32Array,
  cells: Uint8Array,
  grid: ImageSize,
  place: Rectangle,
  photo: ImageSize,
): readonly number[] {
  const found: number[] = []
  for (let at = 0; at < mask.length; at++) {
    const share = mask[at] ?? 0
    if (share <= 0 || share >= 1) continue
    const column = Math.floor(((place.x + (at % place.width)) * grid.width) / photo.width)
    const row = Math.floor(((place.y + Math.floor(at / place.width)) * grid.height) / photo.height)
    if (cells[row * grid.width + column] === 1) found.push(at)
  }
  return found
}

/** How much brighter each pixel is than its surroundings, −1..1, where 0.5 is twice what is usual. */
function strandsOf(colours: Colours, pixels: readonly number[]): Float32Array {
  const radius = Math.max(2, Math.round(SURROUNDINGS * Math.max(colours.width, colours.height)))
  const around = boxMeans(colours, radius)
  const differences = Float32Array.from(pixels, (at) => luminance(colours, at) - luminance(around, at))
  const usual = differences.reduce((sum, value) => sum + Math.abs(value), 0) / differences.length
  return usual === 0 ? differences : differences.map((value) => Math.max(-1, Math.min(1, value / (4 * usual))))
}

function brightness(colours: Colours, pixels: readonly number[]): number {
  return pixels.reduce((sum, at) => sum + luminance(colours, at), 0) / pixels.length
}

function luminance({ data }: Colours, at: number): number {
  return 0.299 * (data[at * 3] ?? 0) + 0.587 * (data[at * 3 + 1] ?? 0) + 0.114 * (data[at * 3 + 2] ?? 0)
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
