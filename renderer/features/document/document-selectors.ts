import { createSelector } from '@reduxjs/toolkit'

import type { DocumentStructure } from './document-structure.ts'
import type { Layer } from './layer-kinds/layer-schema.ts'
import { placedLayers } from './layer-tree.ts'

export interface DocumentRoot {
  readonly document: DocumentStructure
}

export const selectDocument = (state: DocumentRoot): DocumentStructure => state.document
export const selectActiveLayer = ({ document }: DocumentRoot): Layer | undefined =>
  document.activeLayerId === null ? undefined : document.layers[document.activeLayerId]

/** Every layer, top first, with what its groups make of it. */
export const selectPlacedLayers = createSelector([selectDocument], placedLayers)
