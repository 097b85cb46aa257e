import { nearBorders } from './class-codes.ts'
import { classCounts } from './class-counts.ts'
import type { Labels } from './raster.ts'

/** A part of a label map, in its pixels; sides may be fractions. */
export interface LabelArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Labels, or a part of them, at another size with smooth borders instead of stair steps: every class's indicator is blurred
 * over about one source pixel and sampled bilinearly, and the strongest class takes the pixel. The whole at the same size
 * is returned as it is.
 */
export function smoothContours(labels: Labels, width: number, height: number, area?: LabelArea): Labels {
  if (area === undefined && labels.width === width && labels.height === height) return labels
  return area === undefined
    ? sampled(labels, width, height, { x: 0, y: 0, ...sizeOf(labels) })
    : ofPart(labels, width, height, area)
}

function sizeOf({ width, height }: Labels): { readonly width: number; readonly height: number } {
  return { width, height }
}

/** Source pixels around a part that its borders depend on. */
const MARGIN = 4

function ofPart(labels: Labels, width: number, height: number, area: LabelArea): Labels {
  const left = Math.max(0, Math.floor(area.x) - MARGIN)
  const top = Math.max(0, Math.floor(area.y) - MARGIN)
  const right = Math.min(labels.width, Math.ceil(area.x + area.width) + MARGIN)
  const bottom = Math.min(labels.height, Math.ceil(area.y + area.height) + MARGIN)
  const data = new Uint8Array((right - left) * (bottom - top))
  for (let y = top; y < bottom; y++)
    data.set(labels.data.subarray(y * labels.width + left, y * labels.width + right), (y - top) * (right - left))
  const part = { width: right - left, height: bottom - top, data }
  return sampled(part, width, height, { ...area, x: area.x - left, y: area.y - top })
}

function sampled(labels: Labels, width: number, height: number, area: LabelArea): Labels {
  const data = new Uint8Array(width * height)
  const { borders, blurred } = indicators(labels)
  const columns = Float64Array.from({ length: width }, (_, x) =>
    clamp(area.x + ((x + 0.5) * area.width) / width - 0.5, labels.width - 1),
  )
  const right = labels.width > 1 ? 1 : 0
  const below = labels.height > 1 ? labels.width : 0
  for (let y = 0; y < height; y++) {
    const place = clamp(area.y + ((y + 0.5) * area.height) / height - 0.5, labels.height - 1)
    const top = Math.min(Math.floor(place), Math.max(0, labels.height - 2))
    const down = place - top
    for (let x = 0; x < width; x++) {
      const across = columns[x] ?? 0
      const left = Math.min(Math.floor(across), Math.max(0, labels.width - 2))
      const share = across - left
      const at = top * labels.width + left
      if (
        ((borders[at] ?? 0) |
          (borders[at + right] ?? 0) |
          (borders[at + below] ?? 0) |
          (borders[at + below + right] ?? 0)) ===
        0
      ) {
        data[y * width + x] = labels.data[at] ?? 0
        continue
      }
      let best = -1
      for (const [label, plane] of blurred) {
        const upper = (plane[at] ?? 0) * (1 - share) + (plane[at + right] ?? 0) * share
        const lower = (plane[at + below] ?? 0) * (1 - share) + (plane[at + below + right] ?? 0) * share
        const value = upper * (1 - down) + lower * down
        if (value > best) {
          best = value
          data[y * width + x] = label
        }
      }
    }
  }
  return { width, height, data }
}

function indicators({ width, height, data }: Labels): {
  readonly borders: Uint8Array
  readonly blurred: ReadonlyMap<number, Float32Array>
} {
  const borders = nearBorders({ width, height, data }, 3)
  const blurred = new Map<number, Float32Array>()
  for (const label of classCounts(data).keys()) {
    const plane = new Float32Array(data.length)
    for (let at = 0; at < plane.length; at++) if (data[at] === label) plane[at] = 1
    blurred.set(label, blur(plane, width, height))
  }
  return { borders, blurred }
}

/** Weights 1 4 6 4 1 both ways, edges repeated. */
function blur(plane: Float32Array, width: number, height: number): Float32Array {
  const across = new Float32Array(plane.length)
  for (let y = 0; y < height; y++) blurLine(plane, across, y * width, 1, width)
  const result = new Float32Array(plane.length)
  for (let x = 0; x < width; x++) blurLine(across, result, x, width, height)
  return result
}

function blurLine(from: Float32Array, to: Float32Array, start: number, step: number, length: number): void {
  const last = length - 1
  for (let place = 0; place < length; place++) {
    const at = start + place * step
    const before = start + Math.max(place - 1, 0) * step
    const beforeThat = start + Math.max(place - 2, 0) * step
    const after = start + Math.min(place + 1, last) * step
    const afterThat = start + Math.min(place + 2, last) * step
    to[at] =
      ((from[beforeThat] ?? 0) +
        4 * (from[before] ?? 0) +
        6 * (from[at] ?? 0) +
        4 * (from[after] ?? 0) +
        (from[afterThat] ?? 0)) /
      16
  }
}

function clamp(value: number, largest: number): number {
  return Math.min(Math.max(value, 0), largest)
}
