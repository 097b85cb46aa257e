import { useCallback } from 'react'
import { useDispatch, useStore } from 'react-redux'

import { useTranslate } from '../../../i18n/translation.tsx'
import type { DocumentRoot } from '../../../model/document/document-selectors.ts'
import { useEditor } from '../../../painting/editor/editor-context.ts'
import { useAnnouncer } from '../../../shared/notices/announcer-context.ts'
import { useExemplars } from '../../../synthesis/exemplars/exemplars-context.ts'
import { noticeShown } from '../../../shared/notices/notices-slice.ts'
import { hasRoomFor } from '../../../synthesis/exemplars/layer-photos.ts'

/** Gives a layer a photo, or takes it away (null); tells the user when one picture cannot mix so many photos. */
export function useLayerPhoto(): (layerId: string, exemplarId: string | null) => void {
  const t = useTranslate()
  const { library } = useExemplars()
  const announcer = useAnnouncer()
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
      if (exemplarId !== null) void announcer.attempt(() => library.noteUsed(exemplarId))
    },
    [t, library, announcer, dispatch, layers, store],
  )
}
