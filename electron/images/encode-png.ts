import type { LabelMap } from '../contract/label-map.ts'
import type { PackClass } from '../contract/pack-facts.ts'
import type { RgbImage } from '../contract/rgb-image.ts'
import { paletteOfClasses } from './class-colours.ts'
import { loadSharp } from './load-sharp.ts'

/** Fixed, so that the same pixels give the same bytes. Level 6 costs 10 ms at 256×256; 9 saves under 2 %. */
const PHOTO_PNG = { compressionLevel: 6, adaptiveFiltering: true, palette: false, progressive: false } as const

/** A picture as an 8-bit RGB PNG without metadata. The same pixels give the same bytes on one machine. */
export async function encodePhotoPng(image: RgbImage): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const { width, height, data } = image
  const buffer = await sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    .png(PHOTO_PNG)
    .toBuffer()
  return new Uint8Array(buffer)
}

/**
 * A label map as an 8-bit indexed PNG: index = class id, palette = the classes' colours, so that the
 * file shows its meaning in any viewer and reads back to exactly the same ids. The palette has all
 * 256 entries, because some programs drop or renumber indices beyond a shorter one.
 */
export async function encodeLabelPng(labels: LabelMap, classes: readonly PackClass[]): Promise<Uint8Array> {
  const { encode } = await import('fast-png')
  return encode(
    {
      width: labels.width,
      height: labels.height,
      data: labels.data,
      depth: 8,
      channels: 1,
      palette: paletteOfClasses(classes).map((colour) => [...colour]),
    },
    { zlib: { level: 9 } },
  )
}
