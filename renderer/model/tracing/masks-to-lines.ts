import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { matchClass } from '../palette/match-class.ts'
import { linePartTable } from '../lines/line-parts.ts'
import { linePartSchema, type LinePart, type Stroke } from '../lines/stroke.ts'
import { outlinesOf } from './trace-outlines.ts'

/** Parts that lie on the skin of the face: the outline of the skin does not go around them. */
const coveredBySkin: ReadonlySet<LinePart> = new Set([
  'left brow',
  'right brow',
  'left eye',
  'right eye',
  'nose',
  'upper lip',
  'mouth',
  'lower lip',
  'eyeglasses',
])

/** The class of each part that has one among these. */
export function partClasses(classes: readonly PackClass[]): ReadonlyMap<LinePart, number> {
  return new Map(
    linePartSchema.options.flatMap((part): [LinePart, number][] => {
      const { className } = linePartTable[part]
      const id = className === undefined ? undefined : matchClass(className, classes)
      return id === undefined ? [] : [[part, id]]
    }),
  )
}

/**
 * The outlines of the face parts in a label map, as closed lines.
 *
 * @param ids class id of each part; areas of other classes get no line
 */
export function outlinesOfParts(labels: LabelMap, ids: ReadonlyMap<LinePart, number>): readonly Stroke[] {
  const { width, height } = labels
  return [...ids].flatMap(([part, id]) => {
    const wanted = new Set([id])
    if (part === 'skin') for (const [other, otherId] of ids) if (coveredBySkin.has(other)) wanted.add(otherId)
    const data = Uint8Array.from(labels.data, (value) => (wanted.has(value) ? 1 : 0))
    return data.includes(1) && labels.data.includes(id) ? outlinesOf({ width, height, data }, part) : []
  })
}
