import type { LabelImage, NamedBytes } from '../../contract/image-file.ts'
import { MAXIMUM_IMAGE_SIDE } from '../../contract/image-size.ts'
import { ImageError } from '../../images/image-error.ts'
import { pictureFormat } from '../../images/picture-format.ts'
import { readLayoutPng } from '../../images/read-layout-png.ts'

/** The stored values of a label PNG, whatever they mean. @throws ImageError */
export function decodeLabelImage({ name, bytes }: NamedBytes): LabelImage {
  if (pictureFormat(bytes) !== 'png') {
    throw new ImageError(
      'unsupported',
      `${name} is not a PNG, and only PNGs keep labels exactly: save the labels as PNG.`,
    )
  }
  const pixels = readLayoutPng(bytes, name)
  if (Math.max(pixels.width, pixels.height) > MAXIMUM_IMAGE_SIDE) {
    throw new ImageError(
      'too-large',
      `${name} is larger than ${MAXIMUM_IMAGE_SIDE} pixels a side: scale it down first.`,
    )
  }
  if (pixels.kind === 'colours') return pixels
  const { palette, ...values } = pixels
  return palette === undefined
    ? values
    : { ...values, palette: Uint8Array.from(palette.flatMap((colour) => colour.slice(0, 3))) }
}
