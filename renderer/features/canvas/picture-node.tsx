import { useCallback, useSyncExternalStore, type ReactElement } from 'react'
import { Image } from 'react-konva'

import { useEditor } from '../editor/editor-context.ts'
import { coveringCrop } from '../pictures/fit-picture.ts'
import { pictureCanvas } from './picture-canvas.ts'

interface PictureNodeProps {
  readonly pictureId: string
  readonly opacity: number
  readonly width: number
  readonly height: number
}

/** A photo, warp or result on the stage, covering the document. */
export function PictureNode({ pictureId, opacity, width, height }: PictureNodeProps): ReactElement | null {
  const { pictures } = useEditor()
  const picture = useSyncExternalStore(
    pictures.subscribe,
    useCallback(() => pictures.get(pictureId), [pictures, pictureId]),
  )
  if (picture === undefined) return null
  return (
    <Image
      image={pictureCanvas(picture)}
      crop={coveringCrop(picture, { width, height })}
      width={width}
      height={height}
      opacity={opacity}
      listening={false}
      perfectDrawEnabled={false}
    />
  )
}
