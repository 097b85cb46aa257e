import type { ImageSize } from '../../../electron/contract/image-size.ts'
import { smoothedPath } from '../lines/smooth-path.ts'
import type { LinePart, LinePoint, Stroke } from '../lines/stroke.ts'

/** Shorter edges are noise rather than drawing. */
const LEAST_LENGTH = 8

const around = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
  [1, 1],
  [-1, 1],
  [-1, -1],
  [1, -1],
] as const

/**
 * Thin edges as lines: every pixel is used once, and lines begin at ends and crossings.
 *
 * @param edges width × height bytes, non-zero on edges, one pixel wide as Canny's are; it is cleared on the way
 */
export function linesThroughEdges(edges: Uint8Array, { width, height }: ImageSize, part: LinePart): readonly Stroke[] {
  const set = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && edges[y * width + x] !== 0
  const neighbours = (x: number, y: number): readonly (readonly [number, number])[] =>
    around.map(([dx, dy]) => [x + dx, y + dy] as const).filter(([nx, ny]) => set(nx, ny))
  const found: Stroke[] = []
  const follow = (startX: number, startY: number): void => {
    const path: LinePoint[] = []
    let [x, y] = [startX, startY]
    for (;;) {
      path.push([x + 0.5, y + 0.5])
      edges[y * width + x] = 0
      const next = neighbours(x, y)[0]
      if (next === undefined) break
      ;[x, y] = next
    }
    if (path.length >= LEAST_LENGTH) found.push({ part, closed: false, points: smoothedPath(path, 2) })
  }
  // Ends first, so that no line begins in its middle. What is left then are rings.
  for (const isStart of [(count: number) => count === 1, () => true])
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) if (set(x, y) && isStart(neighbours(x, y).length)) follow(x, y)
  return found
}
