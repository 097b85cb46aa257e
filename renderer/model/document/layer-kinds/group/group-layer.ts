import { z } from 'zod'

import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** A folder of layers, top first; hiding or locking it hides or locks them all. */
export const groupLayerSchema = layerBaseSchema.extend({
  kind: z.literal('group'),
  children: z.array(z.string()),
})

type GroupLayer = Readonly<z.infer<typeof groupLayerSchema>>

export const groupKind: LayerKind<GroupLayer> = {
  icon: 'folder',
  title: 'layer.kind.group',
  addCommand: undefined,
  fresh: (base) => ({ ...base, kind: 'group', children: [] }),
  becomesActive: false,
  hasRaster: false,
  paintsLabels: false,
  isReference: false,
  children: { of: (layer) => layer.children, with: (layer, children) => ({ ...layer, children: [...children] }) },
  pictureId: undefined,
  exemplarId: undefined,
  transformed: undefined,
  strokes: undefined,
}
