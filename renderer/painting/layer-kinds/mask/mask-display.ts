import type { LayerOf } from '../../../model/document/layer-kinds/layer-schema.ts'
import type { MaskPurpose } from '../../../model/document/layer-kinds/mask/mask-layer.ts'
import type { Rgb } from '../display-item.ts'
import type { LayerDisplay } from '../layer-display.ts'

/** Colours that photos of landscapes and people hardly have. */
const COLOURS: Readonly<Record<MaskPurpose, Rgb>> = { anew: [255, 64, 200], keep: [64, 220, 255] }

/** Marks lie over the labels in a colour for what they say. */
export const maskDisplay: LayerDisplay<LayerOf<'mask'>> = {
  item: ({ id, purpose }, opacity) => ({ kind: 'mask', key: id, layerId: id, opacity, colour: COLOURS[purpose] }),
  handles: undefined,
}
