import type { ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { PhotoExportDialog } from '../../files/photo-export/photo-export-dialog.tsx'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { usePhotoEditing } from '../../synthesis/photo-edit/photo-editing-context.ts'

/** Id of the dialog that exports the edited photo. */
export const EDIT_EXPORT = 'edit-export'

/** Export of the photo that is edited. */
export function EditExportDialog(): ReactElement | null {
  const dispatch = useDispatch()
  const editing = usePhotoEditing()
  const edited = useObservable(editing.open)
  const { hasChange } = useObservable(editing.making)
  const { name } = useSelector(selectDocument)
  if (edited === undefined) return null
  return (
    <PhotoExportDialog
      photo={edited.photo}
      suggestedName={name || 'photo'}
      isChanged={hasChange}
      patches={(progress, signal) => editing.patches(progress, signal)}
      onClose={() => dispatch(dialogClosed())}
    />
  )
}
