import type { Dispatch } from '@reduxjs/toolkit'

import type { DocumentStructure } from '../../model/document/document-structure.ts'
import type { PaletteState } from '../../model/palette/palette-slice.ts'
import type { ToolsState } from '../tools/tools-slice.ts'

/** The slices of the store that the editor reads. */
export interface EditorState {
  readonly document: DocumentStructure
  readonly palette: PaletteState
  readonly tools: ToolsState
}

/** The store as far as the editor needs it. */
export interface EditorStore {
  readonly getState: () => EditorState
  readonly dispatch: Dispatch
  readonly subscribe: (listener: () => void) => () => void
}
