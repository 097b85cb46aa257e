import { resizeNearest } from '../../../electron/resampling/nearest.ts'
import { paintsLabels } from '../../model/document/layer-kinds/layer-facets.ts'
import { composeRegions } from '../../model/raster/compose-regions.ts'
import type { ConditionDrawing } from './drawn-condition.ts'

/** Class ids, painted on label layers. */
export const labelsDrawing: ConditionDrawing<'labels'> = {
  drawnOn: 'label',
  paintsClasses: true,
  saidBy: paintsLabels,
  ofDocument: ({ document, rasters, layout, usable }, size) => ({
    condition: { kind: 'labels', labels: resizeNearest(layout, size) },
    regions: composeRegions(document, rasters, size, usable),
  }),
  restored: undefined,
}
