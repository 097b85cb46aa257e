import type { LayerOf } from '../../../model/document/layer-kinds/layer-schema.ts'
import type { MarksPurpose } from '../../../model/document/layer-kinds/marks/marks-layer.ts'
import type { Rgb } from '../display-item.ts'
import type { LayerDisplay } from '../layer-display.ts'

/** Colours that are rare in photos of landscapes and people. */
const COLOURS: Readonly<Record<MarksPurpose, Rgb>> = { anew: [255, 64, 200], keep: [64, 220, 255] }

/** Marks lie over the labels in a colour for their purpose. */
export const marksDisplay: LayerDisplay<LayerOf<'marks'>> = {
  item: ({ id, purpose }, opacity) => ({ kind: 'tinted', key: id, layerId: id, opacity, colour: COLOURS[purpose] }),
  handles: undefined,
}
