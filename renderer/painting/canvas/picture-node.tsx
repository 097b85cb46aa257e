import { useCallback, useSyncExternalStore, type ReactElement } from 'react'

import { useEditor } from '../editor/editor-context.ts'
import { PictureImage, type PicturePlace } from './picture-image.tsx'

/** A photo of the picture store on the stage, covering the document. */
export function PictureNode({
  pictureId,
  ...place
}: PicturePlace & { readonly pictureId: string }): ReactElement | null {
  const { pictures } = useEditor()
  const picture = useSyncExternalStore(
    pictures.subscribe,
    useCallback(() => pictures.get(pictureId), [pictures, pictureId]),
  )
  return <PictureImage picture={picture} {...place} />
}
