import type { ConditionOf } from '../../../electron/contract/condition.ts'
import { facePartSchema } from '../../../electron/contract/conditions/lines.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import { MOST_STROKES, pathOf, type LinePoint, type Stroke } from './stroke.ts'

type LinesCondition = ConditionOf<'lines'>

/**
 * Packs expect lines two pixels wide that lie to the right of and below their points; this shift puts their middle on
 * the points.
 */
const HALF_LINE = 0.5

/**
 * Lines as a request carries them; folds of lids are no part that packs know.
 */
export function conditionOfStrokes(strokes: readonly Stroke[], { width, height }: ImageSize): LinesCondition {
  const lines = strokes.slice(0, MOST_STROKES).map((stroke) => {
    const known = facePartSchema.safeParse(stroke.part)
    return {
      part: known.success ? known.data : ('other' as const),
      points: pathOf(stroke).map(([x, y]): [number, number] => [x - HALF_LINE, y - HALF_LINE]),
    }
  })
  return { kind: 'lines', width, height, lines }
}

/** The strokes that a condition was made of, in a document of this size. */
export function strokesOfCondition(condition: LinesCondition, { width, height }: ImageSize): readonly Stroke[] {
  const across = width / condition.width
  const down = height / condition.height
  return condition.lines.map(({ part, points }) => {
    const path = points.map(([x, y]): LinePoint => [(x + HALF_LINE) * across, (y + HALF_LINE) * down])
    const [first] = path
    const last = path.at(-1)
    const closed = path.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
    return { part, points: closed ? path.slice(0, -1) : path, closed }
  })
}
