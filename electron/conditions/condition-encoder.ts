import type { Condition } from '../contract/condition.ts'
import type { ImageSize } from '../contract/image-size.ts'
import type { EncodedCondition } from './condition-module.ts'
import { encodeAs } from './condition-table.ts'
import { classesIn, packCondition, type ConditionManifest } from './pack-condition.ts'

/**
 * Makes the tensor a pack wants of a condition: stretched to the picture's size (labels nearest, photo bilinear, joints
 * and lines scaled), then encoded as the manifest says. Values of dense conditions lie in 0..1.
 *
 * @param size of the picture, which the condition gets
 * @throws CocanvasError `bad-request`: a kind of condition that the pack does not take, unknown class ids, eyeglasses
 *   twice, channels or size that differ
 */
export function encodeCondition(condition: Condition, manifest: ConditionManifest, size: ImageSize): EncodedCondition {
  const entry = packCondition(condition, manifest)
  const { title, classes, sizes } = manifest
  return encodeAs(condition, { ...entry, title, classes: classesIn(entry, classes), native: sizes.native }, size)
}
