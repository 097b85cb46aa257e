import type { ReactElement } from 'react'
import { Image } from 'react-konva'

import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { coveringCrop } from '../../model/pictures/fit-picture.ts'
import { pictureCanvas } from '../pictures/picture-canvas.ts'

/** Size of the document and how much of what lies below shows through. */
export interface PicturePlace {
  readonly opacity: number
  readonly width: number
  readonly height: number
}

interface PictureImageProps extends PicturePlace {
  /** Undefined = nothing to show yet. */
  readonly picture: RgbImage | undefined
}

/** A picture on the stage, large enough to cover the document. */
export function PictureImage({ picture, opacity, width, height }: PictureImageProps): ReactElement | null {
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
