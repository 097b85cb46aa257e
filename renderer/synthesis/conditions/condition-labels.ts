import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'

/** The class ids that a condition holds; undefined where it is of another kind, or left to the host. */
export function labelsIn(condition: Exemplar['condition']): LabelMap | undefined {
  return typeof condition === 'object' && condition.kind === 'labels' ? condition.labels : undefined
}
