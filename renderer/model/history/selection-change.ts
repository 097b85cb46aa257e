import type { SelectionMask } from '../selection/selection-mask.ts'
import type { HistoryChange } from './history-change.ts'
import { packPlane } from './packed-plane.ts'

export function selectionChange(before: SelectionMask | undefined, after: SelectionMask | undefined): HistoryChange {
  return {
    kind: 'selection',
    ...(before === undefined ? {} : { before: packPlane(before) }),
    ...(after === undefined ? {} : { after: packPlane(after) }),
  }
}
