import { nearBorders, widened } from './class-codes.ts'
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
  const { near, ids, weights } = borderWeights(labels)
  const cells = labels.data.length
  const lefts = new Int32Array(width)
  const shares = new Float64Array(width)
  for (let x = 0; x < width; x++) {
    const across = clamp(area.x + ((x + 0.5) * area.width) / width - 0.5, labels.width - 1)
    const left = Math.min(Math.floor(across), Math.max(0, labels.width - 2))
    lefts[x] = left
    shares[x] = across - left
  }
  const right = labels.width > 1 ? 1 : 0
  const below = labels.height > 1 ? labels.width : 0
  for (let y = 0, to = 0; y < height; y++) {
    const place = clamp(area.y + ((y + 0.5) * area.height) / height - 0.5, labels.height - 1)
    const top = Math.min(Math.floor(place), Math.max(0, labels.height - 2))
    const down = place - top
    for (let x = 0; x < width; x++, to++) {
      const at = top * labels.width + (lefts[x] ?? 0)
      const anyNear =
        (near[at] ?? 0) | (near[at + right] ?? 0) | (near[at + below] ?? 0) | (near[at + below + right] ?? 0)
      if (anyNear === 0) {
        data[to] = labels.data[at] ?? 0
        continue
      }
      const share = shares[x] ?? 0
      let best = -1
      for (let index = 0, from = at; index < ids.length; index++, from += cells) {
        const upper = (weights[from] ?? 0) * (1 - share) + (weights[from + right] ?? 0) * share
        const lower = (weights[from + below] ?? 0) * (1 - share) + (weights[from + below + right] ?? 0) * share
        const value = upper * (1 - down) + lower * down
        if (value > best) {
          best = value
          data[to] = ids[index] ?? 0
        }
      }
    }
  }
  return { width, height, data }
}

/** Weights of the blur that turns a class's places into its strength around a pixel; edges are repeated. */
const BLUR = [1, 4, 6, 4, 1] as const
const BLUR_REACH = BLUR.length >> 1
/** How far from a border, in pixels, classes are weighed against each other. */
const NEAR = 3

/** How strong each class is around the pixels near borders, which are the only ones that are asked about. */
interface BorderWeights {
  /** 1 near a border. */
  readonly near: Uint8Array
  /** Classes, in the order of their ids. */
  readonly ids: readonly number[]
  /** For each class, all pixels: the blurred indicator times 256, at pixels near a border and beside those. */
  readonly weights: Uint16Array
}

function borderWeights(labels: Labels): BorderWeights {
  const { width, height, data } = labels
  const ids = [...classCounts(data).keys()]
  const offsets = new Int32Array(256)
  ids.forEach((id, index) => {
    offsets[id] = index * data.length
  })
  const weights = new Uint16Array(ids.length * data.length)
  const border = nearBorders(labels, 1)
  const needed = widened(border, width, height, NEAR + 1)
  const steps = Int32Array.from(
    BLUR.flatMap((_, dy) => BLUR.map((__, dx) => (dy - BLUR_REACH) * width + dx - BLUR_REACH)),
  )
  const shares = Uint16Array.from(BLUR.flatMap((down) => BLUR.map((across) => down * across)))
  for (let y = 0, at = 0; y < height; y++) {
    const inside = y >= BLUR_REACH && y < height - BLUR_REACH
    for (let x = 0; x < width; x++, at++) {
      if (needed[at] !== 1) continue
      if (inside && x >= BLUR_REACH && x < width - BLUR_REACH)
        for (let each = 0; each < steps.length; each++) {
          const to = (offsets[data[at + (steps[each] ?? 0)] ?? 0] ?? 0) + at
          weights[to] = (weights[to] ?? 0) + (shares[each] ?? 0)
        }
      else
        for (let each = 0; each < steps.length; each++) {
          const row = clamp(y + Math.floor(each / BLUR.length) - BLUR_REACH, height - 1)
          const column = clamp(x + (each % BLUR.length) - BLUR_REACH, width - 1)
          const to = (offsets[data[row * width + column] ?? 0] ?? 0) + at
          weights[to] = (weights[to] ?? 0) + (shares[each] ?? 0)
        }
    }
  }
  return { near: widened(border, width, height, NEAR), ids, weights }
}

function clamp(value: number, largest: number): number {
  return Math.min(Math.max(value, 0), largest)
}
