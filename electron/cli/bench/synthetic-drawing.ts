import type { ConditionOf } from '../../contract/condition.ts'
import type { DrawnLine } from '../../contract/conditions/lines.ts'
import type { ImageSize } from '../../contract/image-size.ts'

/** Ovals of a face, in shares of the picture's sides: middle and half axes. */
const OVALS: readonly (readonly [
  part: DrawnLine['part'],
  x: number,
  y: number,
  halfWidth: number,
  halfHeight: number,
])[] = [
  ['hair', 0.5, 0.42, 0.36, 0.38],
  ['skin', 0.5, 0.52, 0.27, 0.35],
  ['left brow', 0.62, 0.4, 0.09, 0.02],
  ['right brow', 0.38, 0.4, 0.09, 0.02],
  ['left eye', 0.62, 0.47, 0.06, 0.025],
  ['right eye', 0.38, 0.47, 0.06, 0.025],
  ['nose', 0.5, 0.57, 0.06, 0.09],
  ['upper lip', 0.5, 0.71, 0.1, 0.02],
]
const POINTS = 48

/** A face drawn by hand, whose lower lip moves with each shift: one stroke of another one. */
export function syntheticDrawing({ width, height }: ImageSize, shift: number): ConditionOf<'lines'> {
  const lip = ['lower lip', 0.5, 0.75, 0.09, 0.025 + 0.015 * Math.sin(shift)] as const
  const lines = [...OVALS, lip].map(([part, x, y, halfWidth, halfHeight]) => ({
    part,
    points: Array.from({ length: POINTS + 1 }, (_, index): [number, number] => {
      const angle = (2 * Math.PI * (index % POINTS)) / POINTS
      return [(x + halfWidth * Math.cos(angle)) * width, (y + halfHeight * Math.sin(angle)) * height]
    }),
  }))
  return { kind: 'lines', width, height, lines }
}
