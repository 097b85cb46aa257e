import type { PosePoint } from '../../../electron/contract/poses/pose-people.ts'
import { type Body, OPPOSITES } from './skeleton.ts'

type Position = readonly [x: number, y: number]

/** Left, top, right and bottom of what is seen of a body, in pixels. */
export interface BodyBounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const mapSeen = (body: Body, change: (point: Position) => PosePoint): PosePoint[] =>
  body.map((point) => (point === null ? null : change(point)))

/** @returns undefined when no point is seen */
export function boundsOf(body: Body): BodyBounds | undefined {
  const seen = body.filter((point) => point !== null)
  if (seen.length === 0) return undefined
  const across = seen.map(([x]) => x)
  const down = seen.map(([, y]) => y)
  return { left: Math.min(...across), right: Math.max(...across), top: Math.min(...down), bottom: Math.max(...down) }
}

export function moveBody(body: Body, across: number, down: number): PosePoint[] {
  return mapSeen(body, ([x, y]) => [x + across, y + down])
}

/** @param angle in radians, clockwise as y points down */
export function rotateBody(body: Body, angle: number, about: Position): PosePoint[] {
  const cosine = Math.cos(angle)
  const sine = Math.sin(angle)
  return mapSeen(body, ([x, y]) => {
    const across = x - about[0]
    const down = y - about[1]
    return [about[0] + across * cosine - down * sine, about[1] + across * sine + down * cosine]
  })
}

/** @param factor above 0 */
export function scaleBody(body: Body, factor: number, about: Position): PosePoint[] {
  return mapSeen(body, ([x, y]) => [about[0] + (x - about[0]) * factor, about[1] + (y - about[1]) * factor])
}

/** The same person seen in a mirror at x = `axis`: what was the left hand is now the right one. */
export function mirrorBody(body: Body, axis: number): PosePoint[] {
  const flipped = mapSeen(body, ([x, y]) => [2 * axis - x, y])
  return OPPOSITES.map((opposite) => flipped[opposite] ?? null)
}

/** Puts the lowest point that is seen on the line y = `ground`. */
export function standOn(body: Body, ground: number): PosePoint[] {
  const bounds = boundsOf(body)
  return bounds === undefined ? [...body] : moveBody(body, 0, ground - bounds.bottom)
}
