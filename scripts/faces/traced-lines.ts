import { FACE_CLASSES } from '../../electron/conditions/face/face-classes.ts'
import type { ConditionOf } from '../../electron/contract/condition.ts'
import type { LabelMap } from '../../electron/contract/label-map.ts'
import { conditionOfStrokes } from '../../renderer/model/lines/lines-condition.ts'
import { outlinesOfParts, partClasses } from '../../renderer/model/tracing/masks-to-lines.ts'

const ids = partClasses(FACE_CLASSES.map(({ id, name }) => ({ id, name, colour: [0, 0, 0], channel: id, aliases: [] })))

/** The lines around the parts of a map with CelebAMask-HQ's ids: what the editor makes of masks, and packs were trained on. */
export function tracedLines(labels: LabelMap): ConditionOf<'lines'>['lines'] {
  return conditionOfStrokes(outlinesOfParts(labels, ids), labels).lines
}
