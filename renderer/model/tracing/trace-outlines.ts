import { selectionOutline } from '../selection/selection-outline.ts'
import type { SelectionMask } from '../selection/selection-mask.ts'
import { simplifiedPath } from '../lines/smooth-path.ts'
import { withPoints, type LinePart, type LinePoint, type Stroke } from '../lines/stroke.ts'

/** Outlines around less than this many pixels are specks of a parser. */
const LEAST_AREA = 12
/** How far in pixels a line may leave the smoothed outline so that it needs fewer points. */
const TOLERANCE = 0.35

/** The closed lines around the areas of a mask, and around their holes. */
export function outlinesOf(mask: SelectionMask, part: LinePart): readonly Stroke[] {
  return loops(mask)
    .filter((loop) => Math.abs(signedArea(loop)) >= LEAST_AREA)
    .flatMap((loop) => withPoints({ part, closed: true, points: loop }, rounded(loop)) ?? [])
}

/**
 * The border between pixels, linked into loops. Where four pieces meet, a loop turns so that it does not cross itself.
 */
function loops(mask: SelectionMask): readonly (readonly LinePoint[])[] {
  const leaving = new Map<string, LinePoint[]>()
  const key = ([x, y]: LinePoint): string => `${x},${y}`
  const link = (from: LinePoint, to: LinePoint): void => {
    const known = leaving.get(key(from))
    if (known === undefined) leaving.set(key(from), [to])
    else known.push(to)
  }
  const filled = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < mask.width && y < mask.height && mask.data[y * mask.width + x] !== 0
  // Every piece has the area on its right, so as many pieces lead into a corner as lead out of it.
  for (const [x0, y0, x1, y1] of selectionOutline(mask)) {
    const right = y0 === y1 ? filled(x0, y0) : !filled(x0, y0)
    const steps = Math.max(x1 - x0, y1 - y0)
    for (let step = 0; step < steps; step += 1) {
      const from: LinePoint = y0 === y1 ? [x0 + step, y0] : [x0, y0 + step]
      const to: LinePoint = y0 === y1 ? [x0 + step + 1, y0] : [x0, y0 + step + 1]
      if (right) link(from, to)
      else link(to, from)
    }
  }
  const found: LinePoint[][] = []
  for (const [start, ends] of leaving) {
    while (ends.length > 0) {
      const loop: LinePoint[] = []
      let at = start
      let came: LinePoint | undefined
      for (;;) {
        const next = take(leaving.get(at), loop.at(-1), came)
        if (next === undefined) break
        came = loop.at(-1)
        loop.push(next)
        at = key(next)
        if (at === start) break
      }
      found.push(loop)
    }
  }
  return found
}

/** Turns right where there is a choice. */
function take(
  ends: LinePoint[] | undefined,
  at: LinePoint | undefined,
  came: LinePoint | undefined,
): LinePoint | undefined {
  if (ends === undefined || at === undefined || came === undefined || ends.length < 2) return ends?.pop()
  const right: LinePoint = [at[0] - (at[1] - came[1]), at[1] + (at[0] - came[0])]
  const index = ends.findIndex(([x, y]) => x === right[0] && y === right[1])
  return ends.splice(index < 0 ? 0 : index, 1)[0]
}

function signedArea(loop: readonly LinePoint[]): number {
  return loop.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = loop[(index + 1) % loop.length] ?? [x, y]
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
}

/**
 * Removes the stairs of the pixels: the middles of the steps are moved once half-way to their neighbours, and thinned out. More of
 * this would make small parts smaller, and turning lines into masks again would not bring them back.
 */
function rounded(loop: readonly LinePoint[]): readonly LinePoint[] {
  const middles = loop.map((corner, index) => between(corner, loop[(index + 1) % loop.length] ?? corner))
  const smooth = middles.map((point, index) => {
    const [before, after] = [middles.at(index - 1) ?? point, middles[(index + 1) % middles.length] ?? point]
    return between(point, between(before, after))
  })
  const [first] = smooth
  if (first === undefined) return smooth
  // Thinned as an open path that ends where it begins, and again without the repeated point.
  return simplifiedPath([...smooth, first], TOLERANCE).slice(0, -1)
}

function between([x, y]: LinePoint, [otherX, otherY]: LinePoint): LinePoint {
  return [(x + otherX) / 2, (y + otherY) / 2]
}
