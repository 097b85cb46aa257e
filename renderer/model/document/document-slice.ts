import { createSlice, type PayloadAction } from '@reduxjs/toolkit'

import type { DocumentStructure } from './document-structure.ts'
import { exemplarIdOf } from './layer-kinds/layer-facets.ts'
import type { Layer } from './layer-kinds/layer-schema.ts'
import { withLayerExemplar } from './layer-exemplar.ts'

/** The part of a layer that its owner changes in place. */
export type LayerChange = Partial<Pick<Layer, 'name' | 'visible' | 'opacity' | 'locked'>>

/** What the store holds until the first document is opened. */
export const noDocument: DocumentStructure = {
  id: 'document-empty',
  name: '',
  width: 256,
  height: 256,
  backdropClassId: 0,
  rootIds: [],
  layers: {},
  activeLayerId: null,
}

const documentSlice = createSlice({
  name: 'document',
  initialState: noDocument,
  reducers: {
    documentReplaced: (_state, { payload }: PayloadAction<DocumentStructure>) => payload,
    activeLayerChosen: (state, { payload: id }: PayloadAction<string>) => ({ ...state, activeLayerId: id }),
    documentRenamed: (state, { payload: name }: PayloadAction<string>) => ({ ...state, name }),
    layerChanged: (state, { payload }: PayloadAction<{ readonly id: string; readonly change: LayerChange }>) => {
      const layer = state.layers[payload.id]
      if (layer === undefined) return state
      return { ...state, layers: { ...state.layers, [payload.id]: { ...layer, ...payload.change } } }
    },
    /**
     * Photos that layers use got other ids in the library, or were removed from it (null). This is no undo step,
     * because it did not happen in the document.
     */
    layerExemplarsRenamed: (state, { payload }: PayloadAction<Readonly<Record<string, string | null>>>) => {
      let renamed: DocumentStructure = state
      for (const layer of Object.values(state.layers)) {
        const id = exemplarIdOf(layer)
        const now = id === undefined ? undefined : payload[id]
        if (now !== undefined && now !== id) renamed = withLayerExemplar(renamed, layer.id, now)
      }
      return renamed
    },
  },
})

export const documentReducer = documentSlice.reducer
export const { activeLayerChosen, documentRenamed, documentReplaced, layerChanged, layerExemplarsRenamed } =
  documentSlice.actions
