import type { LabelMap } from '../../../../../electron/contract/label-map.ts'
import { drawnLabels } from '../../detail/textured-pictures.ts'

export const MOUTH = { upperLip: 11, lowerLip: 12, inside: 10 }

/** A flat mouth around the middle of an upright part: lips eight cells thick, and an opening between them. */
export function mouthOf(side: number, half: number, opening: number): LabelMap {
  return drawnLabels(side, side, (x, y) => {
    const down = y + 0.5 - side / 2
    if (Math.abs(x + 0.5 - side / 2) >= half || Math.abs(down) >= opening / 2 + 8) return 1
    if (Math.abs(down) < opening / 2) return MOUTH.inside
    return down < 0 ? MOUTH.upperLip : MOUTH.lowerLip
  })
}
