import type { Condition } from '../../contract/condition.ts'
import type { ImageSize } from '../../contract/image-size.ts'

/** A condition and the proportions it was drawn in. */
export interface DrawnCondition {
  readonly condition: Condition
  /** Pixels; undefined for a pose whose file tells no canvas: its points are pixels of the picture. */
  readonly drawn: ImageSize | undefined
}
