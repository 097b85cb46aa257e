import type { NamedBytes } from '../../../../electron/contract/image-file.ts'
import type { PlainMessageKey } from '../../../i18n/message.ts'
import type { IconName } from '../../../shared/ui/icon-shapes.ts'

/**
 * Something that can be done with photos dropped on the canvas or pasted. Every feature that begins with a photo adds
 * its own offer in app/workspaces/photo-offers.ts; the dialog shows them in that order.
 */
export interface PhotoOffer {
  readonly id: string
  readonly icon: IconName
  readonly title: PlainMessageKey
  /** One sentence that says what will happen. */
  readonly text: PlainMessageKey
  /** @param photos At least one, each decoded once without an error; the user sees the first. */
  readonly take: (photos: readonly NamedBytes[]) => Promise<void>
}
