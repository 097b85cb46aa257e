import { useCallback } from 'react'
import { useDispatch, useStore } from 'react-redux'

import { useTranslate } from '../../../i18n/translation.tsx'
import type { DocumentRoot } from '../../document/document-selectors.ts'
import { useEditor } from '../../editor/editor-context.ts'
import { useLive } from '../../live/live-context.ts'
import { noticeShown } from '../../notices/notices-slice.ts'
import { hasRoomFor } from './layer-photos.ts'

/** Gives a layer a photo, or takes it away (null); tells why when one picture cannot mix so many. */
export function useLayerPhoto(): (layerId: string, exemplarId: string | null) => void {
  const t = useTranslate()
  const live = useLive()
  const dispatch = useDispatch()
  const { layers } = useEditor()
  const store = useStore<DocumentRoot>()
  return useCallback(
    (layerId, exemplarId) => {
      if (exemplarId !== null && !hasRoomFor(store.getState().document, layerId, exemplarId)) {
        dispatch(noticeShown({ tone: 'error', text: t('layers.photoTooMany') }))
        return
      }
      layers.setPhoto(layerId, exemplarId)
      if (exemplarId !== null) void live.attempt(() => live.library.noteUsed(exemplarId))
    },
    [t, live, dispatch, layers, store],
  )
}
