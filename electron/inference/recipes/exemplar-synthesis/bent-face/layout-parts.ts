import { closedLineMask } from '../../../../conditions/edges/closed-lines.ts'
import { FACE_CLASSES, FROM_BELOW } from '../../../../conditions/face/face-classes.ts'
import { classMapOf } from '../../../../contract/class-maps.ts'
import type { Condition, ConditionOf } from '../../../../contract/condition.ts'
import { facePartSchema } from '../../../../contract/conditions/lines.ts'
import type { ImageSize } from '../../../../contract/image-size.ts'
import type { LabelMap } from '../../../../contract/label-map.ts'
import { UNKNOWN } from '../../../../faces/bent-face/bent-shares.ts'
import { resizeNearest } from '../../../../resampling/nearest.ts'

/**
 * The parts of the face that a layout asks for, in the classes of CelebAMask-HQ; `UNKNOWN` where a drawing does not say. Undefined
 * for layouts without parts.
 */
export function layoutParts(condition: Condition, size: ImageSize): LabelMap | undefined {
  const map = classMapOf(condition)
  if (map !== undefined) return resizeNearest(map, size)
  return condition.kind === 'lines' ? enclosedParts(condition, size) : undefined
}

/** What the closed lines of a drawing enclose. */
function enclosedParts({ lines, width, height }: ConditionOf<'lines'>, size: ImageSize): LabelMap {
  const data = new Uint8Array(size.width * size.height).fill(UNKNOWN)
  for (const part of FROM_BELOW) {
    const name = facePartSchema.options[part - 1]
    const id = FACE_CLASSES.find((each) => each.part === part)?.id
    const drawn = lines.filter((line) => line.part === name)
    if (id === undefined || drawn.length === 0) continue
    const mask = closedLineMask(drawn, { width, height }, size)
    for (let pixel = 0; pixel < data.length; pixel++) if (mask.data[pixel] !== 0) data[pixel] = id
  }
  return { width: size.width, height: size.height, data }
}
