import type { Condition } from '../../contract/condition.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import { resizeLabels } from '../../images/resize-labels.ts'

/**
 * Label maps at the picture's size before they are sent: the host would take the same nearest pixels, but a
 * 100-megapixel layout need not travel, and the contract bounds an image's side. Other kinds go as they are.
 */
export function fitCondition(condition: Condition, { width, height }: ImageSize): Condition {
  if (condition.kind !== 'labels' && condition.kind !== 'masks') return condition
  const labels = resizeLabels(condition.labels, width, height)
  if (condition.kind === 'labels') return { kind: 'labels', labels }
  const { eyeglasses } = condition
  if (eyeglasses === undefined) return { kind: 'masks', labels }
  return { kind: 'masks', labels, eyeglasses: resizeLabels(eyeglasses, width, height) }
}
