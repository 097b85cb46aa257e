import { photoDepth, type PhotoPixels } from '../../contract/photo-pixels.ts'

/** 16-bit steps per 8-bit step: 255 becomes 65535. */
const STEPS = 257

/** A photo with values of 8 or 16 bits: itself where it has them already, otherwise scaled and rounded. */
export function withDepth(photo: PhotoPixels, depth: 8 | 16): PhotoPixels {
  if (photoDepth(photo) === depth) return photo
  const { data } = photo
  const values = depth === 16 ? new Uint16Array(data.length) : new Uint8Array(data.length)
  for (let at = 0; at < data.length; at++)
    values[at] = depth === 16 ? (data[at] ?? 0) * STEPS : Math.round((data[at] ?? 0) / STEPS)
  return { ...photo, data: values }
}
