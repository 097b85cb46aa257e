import type { Rect } from '../../model/raster/geometry.ts'
import { UNLABELLED } from '../../model/raster/label-raster.ts'
import { colourAt, type ClassColours } from './class-colours.ts'

/** One label layer's ids and how opaque it is shown. */
export interface LabelPlane {
  readonly data: Uint8Array
  readonly opacity: number
}

/**
 * Colours a rectangle of stacked label layers.
 *
 * @param planes Top first, each of documentWidth × any height.
 * @param out RGBA of rect.width × rect.height, written as whole pixels.
 */
export function paintLabels(
  planes: readonly LabelPlane[],
  documentWidth: number,
  rect: Rect,
  colours: ClassColours,
  out: Uint32Array,
): void {
  const opaque = planes.every(({ opacity }) => opacity === 1)
  for (let y = 0; y < rect.height; y += 1) {
    const row = (rect.y + y) * documentWidth + rect.x
    for (let x = 0; x < rect.width; x += 1) {
      out[y * rect.width + x] = opaque
        ? topColour(planes, row + x, colours, rect.x + x, rect.y + y)
        : blendedColour(planes, row + x, colours, rect.x + x, rect.y + y)
    }
  }
}

function topColour(planes: readonly LabelPlane[], index: number, colours: ClassColours, x: number, y: number): number {
  for (const { data } of planes) {
    const id = data[index] ?? UNLABELLED
    if (id !== UNLABELLED) return colourAt(colours, id, x, y)
  }
  return 0
}

/** Blends "over" from the top down until nothing below can be seen; the result is not premultiplied by alpha. */
function blendedColour(
  planes: readonly LabelPlane[],
  index: number,
  colours: ClassColours,
  x: number,
  y: number,
): number {
  let red = 0
  let green = 0
  let blue = 0
  let left = 1
  for (const { data, opacity } of planes) {
    const id = data[index] ?? UNLABELLED
    if (id === UNLABELLED) continue
    const colour = colourAt(colours, id, x, y)
    const share = left * opacity
    red += share * (colour & 255)
    green += share * ((colour >>> 8) & 255)
    blue += share * ((colour >>> 16) & 255)
    left -= share
    if (left < 0.004) break
  }
  const alpha = 1 - left
  if (alpha <= 0) return 0
  const byte = (value: number): number => Math.min(255, Math.round(value / alpha))
  return ((Math.round(alpha * 255) << 24) | (byte(blue) << 16) | (byte(green) << 8) | byte(red)) >>> 0
}
