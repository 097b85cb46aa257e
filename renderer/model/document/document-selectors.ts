import { createSelector } from '@reduxjs/toolkit'

import { noDocument } from './document-slice.ts'
import type { DocumentStructure } from './document-structure.ts'
import type { Layer, LayerKindName } from './layer-kinds/layer-schema.ts'
import { placedLayers } from './layer-tree.ts'

export interface DocumentRoot {
  readonly document: DocumentStructure
}

export const selectDocument = (state: DocumentRoot): DocumentStructure => state.document
/** Whether a document is open. Its layers do not decide that: the last one may have been removed. */
export const selectIsOpen = ({ document }: DocumentRoot): boolean => document.id !== noDocument.id
export const selectActiveLayer = ({ document }: DocumentRoot): Layer | undefined =>
  document.activeLayerId === null ? undefined : document.layers[document.activeLayerId]

/** Every layer, top first, with what follows from the groups around it. */
export const selectPlacedLayers = createSelector([selectDocument], placedLayers)

/** The kinds of layer that the document holds, each once. */
export const selectLayerKinds = createSelector([selectPlacedLayers], (placed): readonly LayerKindName[] => [
  ...new Set(placed.map(({ layer }) => layer.kind)),
])
