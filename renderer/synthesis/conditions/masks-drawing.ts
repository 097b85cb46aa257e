import { resizeNearest } from '../../../electron/resampling/nearest.ts'
import type { ConditionDrawing } from './drawn-condition.ts'
import { labelsDrawing } from './labels-drawing.ts'

/** Masks of face parts, painted on label layers. */
export const masksDrawing: ConditionDrawing<'masks'> = {
  drawnOn: 'label',
  paintsClasses: true,
  saidBy: labelsDrawing.saidBy,
  ofDocument: (sources, size) => ({
    condition: { kind: 'masks', labels: resizeNearest(sources.layout, size) },
    regions: labelsDrawing.ofDocument(sources, size)?.regions,
  }),
  restored: undefined,
}
