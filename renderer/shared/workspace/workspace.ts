import type { PlainMessageKey } from '../../i18n/message.ts'
import type { Contribution } from './contribution.ts'

/**
 * One way of working with pictures: painting a layout, correcting the labels of a photo. A workspace is a list of what its
 * frame shows; the frame is the same for all of them, so that tools, panels and keys lie where the user knows them.
 */
export interface Workspace {
  /** Never changed, because settings and links refer to it. */
  readonly id: string
  readonly title: PlainMessageKey
  readonly contributions: readonly Contribution[]
  /** Whether a command makes sense here when its key is pressed; all do where absent. */
  readonly hasCommand?: (id: string) => boolean
  /** Whether pictures of the drawing are made automatically; a workspace may also make pictures of its own. */
  readonly livePictures?: true
}
