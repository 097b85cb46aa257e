import { z } from 'zod'

import { MOST_STROKES, strokeSchema } from '../../../lines/stroke.ts'
import { carriedPoint } from '../../document-transform.ts'
import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** Edges drawn by hand: lines that each belong to a part of a face, or to none. */
export const linesLayerSchema = layerBaseSchema.extend({
  kind: z.literal('lines'),
  strokes: z.array(strokeSchema).max(MOST_STROKES).readonly(),
})

type LinesLayer = Readonly<z.infer<typeof linesLayerSchema>>

export const linesKind: LayerKind<LinesLayer> = {
  icon: 'edges',
  title: 'layer.kind.lines',
  addCommand: { id: 'layers.addLines', title: 'layers.addLines' },
  fresh: (base) => ({ ...base, kind: 'lines', strokes: [] }),
  becomesActive: true,
  paintsLabels: false,
  hasRaster: false,
  isReference: false,
  children: undefined,
  pictureId: undefined,
  exemplarId: undefined,
  transformed: (layer, { forth }) => ({
    ...layer,
    strokes: layer.strokes.map((stroke) => ({
      ...stroke,
      points: stroke.points.map(([x, y]) => {
        const carried = carriedPoint(forth, { x, y })
        return [carried.x, carried.y] as const
      }),
    })),
  }),
  strokes: { of: (layer) => layer.strokes, with: (layer, strokes) => ({ ...layer, strokes }) },
}
