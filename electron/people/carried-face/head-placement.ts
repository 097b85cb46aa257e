import { BODY_POINTS } from '../../contract/poses/body-18.ts'
import type { PosePoint } from '../../contract/poses/pose-people.ts'
import { mean } from '../../faces/geometry/point.ts'
import { transform, type Similarity } from '../../faces/geometry/similarity.ts'
import { HEAD_POINTS } from '../bent-figure/body-points.ts'

const HEAD = HEAD_POINTS.map((name) => BODY_POINTS.indexOf(name))
const FEWEST = 3
/**
 * How far the points of one head may miss those of the other after the best turn, scale and shift, in shares of their spread: a
 * head that looks elsewhere misses them by more.
 */
const MOST_MISS = 0.22

/**
 * The turn, scale and shift that lay one head over another as well as they can (least squares; Umeyama, 1991, without
 * mirrors).
 *
 * @param from a body's 18 points in pixels of its photo @param to another's in pixels of the picture
 * @returns undefined where too little of the heads is seen, or where they do not face alike
 */
export function headPlacement(from: readonly PosePoint[], to: readonly PosePoint[]): Similarity | undefined {
  const pairs = HEAD.flatMap((joint) => {
    const [source, target] = [from[joint] ?? null, to[joint] ?? null]
    if (source === null || target === null) return []
    return [{ source: { x: source[0], y: source[1] }, target: { x: target[0], y: target[1] } }]
  })
  if (pairs.length < FEWEST) return undefined
  const [here, there] = [mean(pairs.map(({ source }) => source)), mean(pairs.map(({ target }) => target))]
  let [along, across, spread, aimed] = [0, 0, 0, 0]
  for (const { source, target } of pairs) {
    const [x, y] = [source.x - here.x, source.y - here.y]
    const [u, v] = [target.x - there.x, target.y - there.y]
    along += x * u + y * v
    across += x * v - y * u
    spread += x * x + y * y
    aimed += u * u + v * v
  }
  if (spread === 0 || aimed === 0) return undefined
  const [a, b] = [along / spread, across / spread]
  const placed = { a, b, x: there.x - (a * here.x - b * here.y), y: there.y - (b * here.x + a * here.y) }
  let missed = 0
  for (const { source, target } of pairs) {
    const moved = transform(placed, source)
    missed += (moved.x - target.x) ** 2 + (moved.y - target.y) ** 2
  }
  return Math.sqrt(missed / aimed) <= MOST_MISS ? placed : undefined
}
