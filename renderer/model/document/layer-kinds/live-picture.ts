import type { PlainMessageKey } from '../../../i18n/message.ts'
import type { LayerBase } from './layer-base.ts'
import type { LayerKind } from './layer-kind.ts'

/** A layer that shows a picture of the synthesis; `pictureId` null shows the current one. */
interface LivePictureLayer<Kind> extends LayerBase {
  readonly kind: Kind
  readonly pictureId: string | null
}

/** What all kinds of layer that show a picture of the synthesis over the layout have in common. */
export function livePictureKind<Kind extends 'exemplar' | 'warp' | 'result'>(
  kind: Kind,
  addCommand: { readonly id: string; readonly title: PlainMessageKey },
): LayerKind<LivePictureLayer<Kind>> {
  return {
    icon: kind,
    title: `layer.kind.${kind}`,
    addCommand,
    // The labels that are being painted must show through.
    fresh: (base) => ({ ...base, kind, opacity: 0.5, pictureId: null }),
    becomesActive: false,
    hasRaster: false,
    paintsLabels: false,
    isReference: false,
    children: undefined,
    pictureId: { of: (layer) => layer.pictureId, with: (layer, pictureId) => ({ ...layer, pictureId }) },
    exemplarId: undefined,
    transformed: undefined,
    strokes: undefined,
  }
}
