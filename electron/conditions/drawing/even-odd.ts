import type { PlaneCanvas } from './plane-canvas.ts'
import type { Point } from './point.ts'

/** Swaps 0 and 1 in all pixels whose centres a closed outline encloses (even-odd rule): an outline inside another one makes a hole. */
export function toggleInside({ width, height, data }: PlaneCanvas, corners: readonly Point[]): void {
  const top = corners.reduce((least, { y }) => Math.min(least, y), Infinity)
  const bottom = corners.reduce((most, { y }) => Math.max(most, y), -Infinity)
  for (let row = Math.max(0, Math.floor(top)); row < Math.min(height, Math.ceil(bottom)); row++) {
    const crossings = crossingsAt(corners, row + 0.5)
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const from = Math.max(0, Math.ceil((crossings[index] ?? 0) - 0.5))
      const to = Math.min(width, Math.ceil((crossings[index + 1] ?? 0) - 0.5))
      for (let pixel = row * width + from; pixel < row * width + to; pixel++) data[pixel] = data[pixel] === 0 ? 1 : 0
    }
  }
}

/** Where a horizontal line crosses an outline, from left to right. */
function crossingsAt(corners: readonly Point[], y: number): number[] {
  const found: number[] = []
  let previous = corners.at(-1)
  for (const corner of corners) {
    if (previous !== undefined && corner.y > y !== previous.y > y)
      found.push(corner.x + ((y - corner.y) / (previous.y - corner.y)) * (previous.x - corner.x))
    previous = corner
  }
  return found.sort((one, other) => one - other)
}
