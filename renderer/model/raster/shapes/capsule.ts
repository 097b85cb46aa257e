import type { Point } from '../geometry.ts'
import { emitBetween, type SpanSink } from './span.ts'

/** Where a brush was and how large, in document pixels. */
export interface BrushSample extends Point {
  readonly radius: number
}

/**
 * The pixels that a round brush covers on its way between two samples, its radius changing evenly: the hull of the
 * two discs. Rows are cut exactly, so that quick strokes have neither gaps nor scallops.
 */
export function capsuleSpans(from: BrushSample, to: BrushSample, sink: SpanSink): void {
  const large = from.radius >= to.radius ? from : to
  const small = large === from ? to : from
  const gap = Math.hypot(large.x - small.x, large.y - small.y)
  if (gap + small.radius <= large.radius) {
    discSpans(large, sink)
    return
  }
  // The outer tangents touch both discs at the same angle from the axis.
  const cosine = (large.radius - small.radius) / gap
  const sine = Math.sqrt(1 - cosine * cosine)
  const axis = { x: (small.x - large.x) / gap, y: (small.y - large.y) / gap }
  const corner = (sample: BrushSample, side: number): Point => ({
    x: sample.x + sample.radius * (axis.x * cosine - side * axis.y * sine),
    y: sample.y + sample.radius * (axis.y * cosine + side * axis.x * sine),
  })
  const body = [corner(large, 1), corner(small, 1), corner(small, -1), corner(large, -1)]
  const top = Math.floor(Math.min(large.y - large.radius, small.y - small.radius))
  const bottom = Math.ceil(Math.max(large.y + large.radius, small.y + small.radius))
  for (let y = top; y <= bottom; y += 1) {
    const reach = new Reach()
    reach.addDisc(large, y + 0.5)
    reach.addDisc(small, y + 0.5)
    reach.addConvex(body, y + 0.5)
    emitBetween(sink, y, reach.left, reach.right)
  }
}

export function discSpans(disc: BrushSample, sink: SpanSink): void {
  const bottom = Math.ceil(disc.y + disc.radius)
  for (let y = Math.floor(disc.y - disc.radius); y <= bottom; y += 1) {
    const reach = new Reach()
    reach.addDisc(disc, y + 0.5)
    emitBetween(sink, y, reach.left, reach.right)
  }
}

/** How far a convex shape reaches left and right on one row. */
class Reach {
  left = Infinity
  right = -Infinity

  addDisc(disc: BrushSample, y: number): void {
    const height = y - disc.y
    if (Math.abs(height) > disc.radius) return
    const half = Math.sqrt(disc.radius * disc.radius - height * height)
    this.#add(disc.x - half)
    this.#add(disc.x + half)
  }

  addConvex(corners: readonly Point[], y: number): void {
    corners.forEach((from, index) => {
      const to = corners[(index + 1) % corners.length]
      if (to === undefined || from.y > y === to.y > y) return
      this.#add(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x))
    })
  }

  #add(x: number): void {
    if (x < this.left) this.left = x
    if (x > this.right) this.right = x
  }
}
