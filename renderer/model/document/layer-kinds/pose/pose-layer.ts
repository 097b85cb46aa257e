import { z } from 'zod'

import { type Backdrop, backdropSchema } from '../../../../../electron/contract/generation-request.ts'
import { mapPerson, personSchema } from '../../../poses/person.ts'
import { standingBody } from '../../../poses/standing-body.ts'
import { carriedPoint } from '../../document-transform.ts'
import { layerBaseSchema } from '../layer-base.ts'
import type { LayerKind } from '../layer-kind.ts'

/** Only hostile files have more people than this. */
const MOST_PEOPLE = 100

/**
 * People as the points of their bodies, in document pixels; later people lie above earlier ones. A layer may be empty.
 */
export const poseLayerSchema = layerBaseSchema.extend({
  kind: z.literal('pose'),
  people: z.array(personSchema).max(MOST_PEOPLE),
  /** What lies behind the painted person; absent = whatever the pack paints there. */
  backdrop: backdropSchema.exactOptional(),
})

type PoseLayer = Readonly<z.infer<typeof poseLayerSchema>>

/** The layer with another background; undefined = whatever the pack paints. The journal takes no undefined values. */
export function withBackdrop({ backdrop: _before, ...layer }: PoseLayer, backdrop: Backdrop | undefined): PoseLayer {
  return backdrop === undefined ? layer : { ...layer, backdrop }
}

export const poseKind: LayerKind<PoseLayer> = {
  icon: 'pose',
  title: 'layer.kind.pose',
  addCommand: { id: 'layers.addPose', title: 'layers.addPose' },
  fresh: (base, document) => ({
    ...base,
    kind: 'pose',
    people: [{ body: standingBody(document), hidden: [] }],
    backdrop: { kind: 'kept' },
  }),
  becomesActive: true,
  hasRaster: false,
  paintsLabels: false,
  isReference: false,
  children: undefined,
  pictureId: undefined,
  exemplarId: undefined,
  transformed: (layer, { forth }) => ({
    ...layer,
    people: layer.people.map((person) =>
      mapPerson(person, (points) =>
        points.map((point) => {
          if (point === null) return null
          const { x, y } = carriedPoint(forth, { x: point[0], y: point[1] })
          return [x, y]
        }),
      ),
    ),
  }),
  strokes: undefined,
}
