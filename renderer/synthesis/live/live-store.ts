import type { Dispatch } from '@reduxjs/toolkit'

import type { DocumentRoot } from '../../model/document/document-selectors.ts'
import type { WorkspaceState } from '../../shared/workspace/workspace-slice.ts'
import type { ExemplarRoot } from '../exemplars/exemplar-slice.ts'

/** The store as far as live synthesis needs it. */
export interface LiveStore {
  readonly getState: () => DocumentRoot & ExemplarRoot & { readonly workspace: WorkspaceState }
  readonly dispatch: Dispatch
  readonly subscribe: (listener: () => void) => () => void
}
