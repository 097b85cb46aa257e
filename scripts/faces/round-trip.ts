import { FACE_CLASSES } from '../../electron/conditions/face/face-classes.ts'
import type { LabelMap } from '../../electron/contract/label-map.ts'
import type { PackClass } from '../../electron/contract/pack-facts.ts'
import { masksOfLines } from '../../renderer/model/tracing/lines-to-masks.ts'
import { outlinesOfParts, partClasses } from '../../renderer/model/tracing/masks-to-lines.ts'

const CLASSES = FACE_CLASSES.map(({ id, name, part }): PackClass => ({
  id,
  name,
  colour: [id, id, id],
  channel: part,
  aliases: [],
}))

/** How much of a part is left when masks become edges and edges become masks. */
interface PartLoss {
  readonly name: string
  /** Intersection over union of the part before and after, over all maps, 0..1. */
  readonly iou: number
}

/**
 * Turns face parsing maps into edges and these into masks again, as the editor's commands do.
 *
 * @param maps in CelebAMask-HQ's ids
 * @returns the parts that edges can tell, as far as a map shows them
 */
export function roundTrip(maps: readonly LabelMap[]): readonly PartLoss[] {
  const both = new Map<number, number>()
  const either = new Map<number, number>()
  const count = (into: Map<number, number>, id: number): void => void into.set(id, (into.get(id) ?? 0) + 1)
  for (const map of maps) {
    const back = masksOfLines(outlinesOfParts(map, partClasses(CLASSES)), map, CLASSES)
    for (const [pixel, before] of map.data.entries()) {
      const after = back?.data[pixel] ?? before
      count(either, before)
      if (after === before) count(both, before)
      else count(either, after)
    }
  }
  return FACE_CLASSES.flatMap(({ id, name, part }) => {
    const whole = part === 0 ? undefined : either.get(id)
    return whole === undefined ? [] : [{ name, iou: (both.get(id) ?? 0) / whole }]
  })
}
