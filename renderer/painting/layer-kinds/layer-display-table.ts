import type { LayerKindName, LayerOf } from '../../model/document/layer-kinds/layer-schema.ts'
import type { Point } from '../../model/raster/geometry.ts'
import type { DisplayItem } from './display-item.ts'
import type { LayerDisplay } from './layer-display.ts'
import { linesDisplay } from './lines/lines-display.ts'
import { pictureItem } from './picture-display.ts'
import { marksDisplay } from './marks/marks-display.ts'
import { poseDisplay } from './pose/pose-display.ts'

/** How each kind of layer is drawn and dragged. */
const layerDisplayTable: { readonly [Kind in LayerKindName]: LayerDisplay<LayerOf<Kind>> } = {
  label: {
    item: ({ id: layerId }, opacity) => ({ kind: 'labels', key: layerId, layers: [{ layerId, opacity }] }),
    handles: undefined,
  },
  photo: { item: (layer, opacity) => pictureItem(layer, opacity), handles: undefined },
  exemplar: { item: (layer, opacity) => pictureItem(layer, opacity, 'exemplar'), handles: undefined },
  warp: { item: (layer, opacity) => pictureItem(layer, opacity, 'warp'), handles: undefined },
  result: { item: (layer, opacity) => pictureItem(layer, opacity, 'result'), handles: undefined },
  group: { item: () => undefined, handles: undefined },
  pose: poseDisplay,
  original: { item: ({ id: key }, opacity) => ({ kind: 'scene', key, opacity }), handles: undefined },
  marks: marksDisplay,
  lines: linesDisplay,
}

export function displayItemOf<Kind extends LayerKindName>(
  layer: LayerOf<Kind>,
  opacity: number,
): DisplayItem | undefined {
  return layerDisplayTable[layer.kind].item(layer, opacity)
}

/** The points of a layer that can be dragged; undefined where its kind has none. */
export function handlePointsOf<Kind extends LayerKindName>(
  layer: LayerOf<Kind>,
): readonly (Point | null)[] | undefined {
  return layerDisplayTable[layer.kind].handles?.points(layer)
}

export function withHandleMoved<Kind extends LayerKindName>(
  layer: LayerOf<Kind>,
  index: number,
  to: Point,
): LayerOf<Kind> {
  return layerDisplayTable[layer.kind].handles?.moved(layer, index, to) ?? layer
}
