import type { Condition } from '../../contract/condition.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import { resizeNearest } from '../../resampling/nearest.ts'

/**
 * Label maps at the picture's size before they are sent: the host resizes with the same function, so the
 * pixels are the same, but a 100-megapixel layout need not travel, and the contract bounds an image's side. Other kinds go as they are.
 */
export function fitCondition(condition: Condition, size: ImageSize): Condition {
  if (condition.kind !== 'labels' && condition.kind !== 'masks') return condition
  const labels = resizeNearest(condition.labels, size)
  if (condition.kind === 'labels') return { kind: 'labels', labels }
  const { eyeglasses } = condition
  if (eyeglasses === undefined) return { kind: 'masks', labels }
  return { kind: 'masks', labels, eyeglasses: resizeNearest(eyeglasses, size) }
}
