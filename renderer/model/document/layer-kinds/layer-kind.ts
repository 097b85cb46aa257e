import type { PlainMessageKey } from '../../../i18n/message.ts'
import type { IconName } from '../../../shared/ui/icon-shapes.ts'

/**
 * What the editor must know about a kind of layer. A kind is a folder beside this file with its zod schema and this
 * description; `layer-schema.ts` and `layer-kind-table.ts` list them.
 */
export interface LayerKind<Kind extends string = string> {
  readonly kind: Kind
  readonly icon: IconName
  /** Name of the kind, and of a new layer of it. */
  readonly title: PlainMessageKey
  /** What its pixels are: painted class ids, a picture by id, or other layers. */
  readonly content: 'labels' | 'picture' | 'layers'
  /** Whether a user adds it from the layers panel; the others come with their feature. */
  readonly addable: boolean
}
