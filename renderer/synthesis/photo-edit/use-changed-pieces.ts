import { useEffect, useState } from 'react'

import { useEditor } from '../../painting/editor/editor-context.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { changedPieces, type ChangedPiece } from './changed-pieces.ts'
import { usePhotoEditing } from './photo-editing-context.ts'

/** The list may come this much later than the stroke. */
const REFRESH_MS = 200

/** The places that are changed now, the largest first. */
export function useChangedPieces(): readonly ChangedPiece[] {
  const editing = usePhotoEditing()
  const { rasters } = useEditor()
  const edited = useObservable(editing.open)
  const [pieces, setPieces] = useState<readonly ChangedPiece[]>([])
  useEffect(() => {
    let timer: number | undefined
    const refresh = (): void => {
      timer = undefined
      const wishes = editing.wishes()
      setPieces(edited === undefined || wishes === undefined ? [] : changedPieces(edited.before, wishes))
    }
    refresh()
    const stop = rasters.subscribe(() => {
      timer ??= window.setTimeout(refresh, REFRESH_MS)
    })
    return () => {
      window.clearTimeout(timer)
      stop()
    }
  }, [editing, edited, rasters])
  return pieces
}
