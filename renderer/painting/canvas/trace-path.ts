import type { Point } from '../../model/raster/geometry.ts'

export type PathContext = Pick<CanvasRenderingContext2D, 'beginPath' | 'moveTo' | 'lineTo' | 'closePath'>

/** Adds straight lines through the points to the path, on half pixels so that one-pixel lines are crisp. */
export function tracePath(context: PathContext, points: readonly Point[], closed: boolean): void {
  points.forEach(({ x, y }, index) => {
    if (index === 0) context.moveTo(crisp(x), crisp(y))
    else context.lineTo(crisp(x), crisp(y))
  })
  if (closed) context.closePath()
}

function crisp(value: number): number {
  return Math.round(value) + 0.5
}
