import { z } from 'zod'

import { BODY_POINTS } from '../../../../../electron/contract/poses/body-18.ts'
import { carriedPoint } from '../../document-transform.ts'
import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'
import { standingBody } from './standing-body.ts'

const coordinateSchema = z.number().min(-10000).max(10000)

/** A person by 18 points in the order of `BODY_POINTS`, in document pixels; `null` = not seen. */
export const poseLayerSchema = layerBaseSchema.extend({
  kind: z.literal('pose'),
  points: z.array(z.tuple([coordinateSchema, coordinateSchema]).nullable()).length(BODY_POINTS.length),
})

type PoseLayer = Readonly<z.infer<typeof poseLayerSchema>>

export const poseKind: LayerKind<PoseLayer> = {
  icon: 'pose',
  title: 'layer.kind.pose',
  addCommand: { id: 'layers.addPose', title: 'layers.addPose' },
  fresh: (base, document) => ({ ...base, kind: 'pose', points: standingBody(document) }),
  becomesActive: true,
  hasRaster: false,
  paintsLabels: false,
  isReference: false,
  children: undefined,
  pictureId: undefined,
  exemplarId: undefined,
  transformed: (layer, { forth }) => ({
    ...layer,
    points: layer.points.map((point) => {
      if (point === null) return null
      const { x, y } = carriedPoint(forth, { x: point[0], y: point[1] })
      return [x, y]
    }),
  }),
  strokes: undefined,
}
