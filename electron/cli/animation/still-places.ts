import type { Pose } from '../../conditions/pose/pose.ts'
import { scalePose } from '../../conditions/pose/scale-pose.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import { LIMBS } from '../../contract/poses/body-18.ts'
import type { PosePoint } from '../../contract/poses/pose-people.ts'

/** A limb whose ends both stay within this share of the picture's longer side stands still: a tenth of a pixel at 256. */
const STILL = 0.0005
/** What lies this close to a limb, as a share of the same side, may move with it: sleeves, hair, a coat. */
const REACH = 0.1

/**
 * Where nothing moves between two poses: 1 for pixels that no moving limb is near to, before or after, 0 for the others. A limb
 * that is seen in only one of them moves.
 *
 * @param size of the pictures, row by row
 */
export function stillPlaces(before: Pose, after: Pose, size: ImageSize): Uint8Array {
  const { width, height } = size
  const longer = Math.max(width, height)
  const [old, now] = [scalePose(before, size).points, scalePose(after, size).points]
  const places = new Uint8Array(width * height).fill(1)
  for (const [from, to] of LIMBS) {
    const ends = [old[from] ?? null, old[to] ?? null, now[from] ?? null, now[to] ?? null] as const
    if (isStill(ends[0], ends[2], STILL * longer) && isStill(ends[1], ends[3], STILL * longer)) continue
    for (const [start, end] of [
      [ends[0], ends[1]],
      [ends[2], ends[3]],
    ] as const)
      if (start !== null && end !== null) clearAround(places, size, start, end, REACH * longer)
  }
  return places
}

function isStill(before: PosePoint, after: PosePoint, most: number): boolean {
  if (before === null || after === null) return before === after
  return Math.hypot(before[0] - after[0], before[1] - after[1]) <= most
}

type Position = readonly [x: number, y: number]

/** Clears the pixels within reach of the line from `start` to `end`. */
function clearAround(places: Uint8Array, { width, height }: ImageSize, start: Position, end: Position, reach: number) {
  const rows = [Math.min(start[1], end[1]) - reach, Math.max(start[1], end[1]) + reach] as const
  const columns = [Math.min(start[0], end[0]) - reach, Math.max(start[0], end[0]) + reach] as const
  for (let y = Math.max(0, Math.floor(rows[0])); y < Math.min(height, rows[1]); y++)
    for (let x = Math.max(0, Math.floor(columns[0])); x < Math.min(width, columns[1]); x++)
      if (distanceToLine([x + 0.5, y + 0.5], start, end) < reach) places[y * width + x] = 0
}

function distanceToLine([x, y]: Position, start: Position, end: Position): number {
  const [across, down] = [end[0] - start[0], end[1] - start[1]]
  const square = across * across + down * down
  const along = square === 0 ? 0 : ((x - start[0]) * across + (y - start[1]) * down) / square
  const share = Math.min(1, Math.max(0, along))
  return Math.hypot(start[0] + share * across - x, start[1] + share * down - y)
}
