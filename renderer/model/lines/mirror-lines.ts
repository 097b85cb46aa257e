import { linePartTable } from './line-parts.ts'
import type { Stroke } from './stroke.ts'

/** The line at the other side of the picture, as the part of the other side: a left brow becomes a right one. */
export function mirroredStroke({ part, points, closed }: Stroke, width: number): Stroke {
  return { part: linePartTable[part].mirrored, points: points.map(([x, y]) => [width - x, y] as const), closed }
}
