import { UNLABELLED, type LabelRaster } from '../../../model/raster/label-raster.ts'
import type { Rect } from '../../../model/raster/geometry.ts'
import type { SpanSink } from '../../../model/raster/shapes/span.ts'
import { maskBounds, type SelectionMask } from '../../../model/selection/selection-mask.ts'
import { apply, invert, type Affine } from './affine.ts'

/** Pixels lifted off a layer: class ids of a rectangle, `UNLABELLED` where nothing was lifted. */
export interface FloatingPixels extends Rect {
  readonly data: Uint8Array
}

/** Lifts the selected labels, or all of them; undefined when there are none. */
export function liftPixels(raster: LabelRaster, selection: SelectionMask | undefined): FloatingPixels | undefined {
  const { width, height, data } = raster
  const taken = data.map((id, index) =>
    id !== UNLABELLED && (selection === undefined || selection.data[index] === 1) ? 1 : 0,
  )
  const bounds = maskBounds({ width, height, data: taken })
  if (bounds === undefined) return undefined
  const lifted = new Uint8Array(bounds.width * bounds.height).fill(UNLABELLED)
  for (let y = 0; y < bounds.height; y += 1) {
    for (let x = 0; x < bounds.width; x += 1) {
      const from = (bounds.y + y) * width + bounds.x + x
      if (taken[from] === 1) lifted[y * bounds.width + x] = data[from] ?? UNLABELLED
    }
  }
  return { ...bounds, data: lifted }
}

/** The spans where floating pixels lie untransformed: the hole that lifting leaves. */
export function liftedSpans(floating: FloatingPixels, sink: SpanSink): void {
  forEachRun(floating.data, floating.width, floating.height, (id, y, x0, x1) => {
    if (id !== UNLABELLED) sink(floating.y + y, floating.x + x0, floating.x + x1)
  })
}

/**
 * The transformed pixels (nearest neighbour, as labels cannot be mixed) as runs of one class.
 *
 * @param size Of the document: runs are cut there.
 */
export function transformedRuns(
  floating: FloatingPixels,
  transform: Affine,
  size: { readonly width: number; readonly height: number },
  paint: (classId: number, y: number, x0: number, x1: number) => void,
): void {
  const back = invert(transform)
  if (back === undefined) return
  const area = transformedBounds(floating, transform, size)
  for (let y = area.top; y < area.bottom; y += 1) {
    let runStart = area.left
    let runId = UNLABELLED
    for (let x = area.left; x <= area.right; x += 1) {
      const id = x < area.right ? idAt(floating, back, x, y) : UNLABELLED
      if (id === runId) continue
      if (runId !== UNLABELLED) paint(runId, y, runStart, x)
      runStart = x
      runId = id
    }
  }
}

function idAt(floating: FloatingPixels, back: Affine, x: number, y: number): number {
  const fromX = Math.floor(back.a * (x + 0.5) + back.c * (y + 0.5) + back.e) - floating.x
  const fromY = Math.floor(back.b * (x + 0.5) + back.d * (y + 0.5) + back.f) - floating.y
  if (fromX < 0 || fromY < 0 || fromX >= floating.width || fromY >= floating.height) return UNLABELLED
  return floating.data[fromY * floating.width + fromX] ?? UNLABELLED
}

interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function transformedBounds(
  { x, y, width, height }: Rect,
  transform: Affine,
  size: { readonly width: number; readonly height: number },
): Bounds {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ].map((corner) => apply(transform, corner))
  const xs = corners.map((corner) => corner.x)
  const ys = corners.map((corner) => corner.y)
  return {
    left: Math.max(0, Math.floor(Math.min(...xs))),
    top: Math.max(0, Math.floor(Math.min(...ys))),
    right: Math.min(size.width, Math.ceil(Math.max(...xs))),
    bottom: Math.min(size.height, Math.ceil(Math.max(...ys))),
  }
}

function forEachRun(
  data: Uint8Array,
  width: number,
  height: number,
  visit: (id: number, y: number, x0: number, x1: number) => void,
): void {
  for (let y = 0; y < height; y += 1) {
    let start = 0
    for (let x = 1; x <= width; x += 1) {
      const id = data[y * width + start] ?? UNLABELLED
      if (x < width && data[y * width + x] === id) continue
      visit(id, y, start, x)
      start = x
    }
  }
}
