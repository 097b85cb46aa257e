import type { LabelMap } from '../contract/label-map.ts'
import { ImageError } from './image-error.ts'
import { pictureFormat } from './picture-format.ts'
import { readLayoutPng } from './read-layout-png.ts'

/**
 * A black-and-white mask: 1 wherever a PNG is not black (not index 0), else 0.
 *
 * @throws ImageError `unsupported` for other formats, `damaged` or `too-large`.
 */
export function decodeMask(bytes: Uint8Array, name: string): LabelMap {
  if (pictureFormat(bytes) !== 'png')
    throw new ImageError('unsupported', `${name} is not a PNG: save the mask as a black-and-white PNG.`)
  const pixels = readLayoutPng(bytes, name)
  const { width, height } = pixels
  if (pixels.kind === 'values') return { width, height, data: pixels.values.map((value) => (value === 0 ? 0 : 1)) }
  const data = new Uint8Array(width * height)
  for (const [offset, value] of pixels.rgb.entries()) if (value !== 0) data[Math.floor(offset / 3)] = 1
  return { width, height, data }
}
