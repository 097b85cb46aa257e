import { Observable } from '../../shared/lib/observable.ts'
import type { SelectionMask } from './selection-mask.ts'

/** What is selected now, outside Redux because a mask is as large as the document; undefined = nothing, all may change. */
export type SelectionStore = Observable<SelectionMask | undefined>

export function createSelectionStore(): SelectionStore {
  return new Observable<SelectionMask | undefined>(undefined)
}
