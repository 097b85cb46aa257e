import type { LabelMap } from '../../electron/contract/label-map.ts'
import type { RgbImage } from '../../electron/contract/rgb-image.ts'
import { resampleImage } from '../../electron/inference/preprocess/resample-image.ts'
import { resizeNearest } from '../../electron/resampling/nearest.ts'

/** Shorter side of the photographs that the layouts were read from, in pixels. */
const READ_AT = 256
/** Side of a crop in pixels. */
const CROP = 256

/** Shares of the pixels in which an annotator finds the class that is wanted, seen in three ways. */
export interface FoundClasses {
  /** The picture as it is. The annotator reduces it to its own 512 pixels. */
  readonly whole: number
  /** The picture at the size of the photographs that the layouts were read from. */
  readonly reduced: number
  /** Squares of the picture, each for itself, so that its pixels are as large to the annotator as those of the layouts' photographs. */
  readonly crops: number | undefined
}

/**
 * @param wanted at the size of the picture
 * @param withCrops crops take long: sixteen readings for 1024 pixels
 */
export async function foundClasses(
  picture: RgbImage,
  wanted: LabelMap,
  annotate: (image: RgbImage) => Promise<LabelMap>,
  withCrops: boolean,
): Promise<FoundClasses> {
  const { width, height } = picture
  const read = async (seen: RgbImage): Promise<LabelMap> => resizeNearest(await annotate(seen), picture)
  const whole = agreement(await read(picture), wanted)
  const scale = READ_AT / Math.min(width, height)
  const small = resampleImage(picture, { width: Math.round(width * scale), height: Math.round(height * scale) })
  const reduced = agreement(await read(small), wanted)
  if (!withCrops) return { whole, reduced, crops: undefined }
  let crops = 0
  let count = 0
  for (let top = 0; top + CROP <= height; top += CROP)
    for (let left = 0; left + CROP <= width; left += CROP, count++) {
      const found = await annotate({ width: CROP, height: CROP, data: cut(picture, 3, left, top) })
      crops += agreement(found, { width: CROP, height: CROP, data: cut(wanted, 1, left, top) })
    }
  return { whole, reduced, crops: crops / Math.max(1, count) }
}

/** Share of pixels in which two maps of the same size agree. */
function agreement(found: LabelMap, wanted: LabelMap): number {
  let same = 0
  for (let at = 0; at < wanted.data.length; at++) if (found.data[at] === wanted.data[at]) same++
  return same / wanted.data.length
}

function cut(
  { width, data }: { readonly width: number; readonly data: Uint8Array },
  channels: number,
  left: number,
  top: number,
): Uint8Array<ArrayBuffer> {
  const square = new Uint8Array(CROP * CROP * channels)
  for (let y = 0; y < CROP; y++) {
    const from = ((top + y) * width + left) * channels
    square.set(data.subarray(from, from + CROP * channels), y * CROP * channels)
  }
  return square
}
