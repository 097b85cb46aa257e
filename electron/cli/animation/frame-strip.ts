import type { RgbImage } from '../../contract/rgb-image.ts'

const MOST_IN_A_ROW = 8

/** Frames of one size beside each other, in rows of eight; black where the last row is not full. */
export function frameStrip(frames: readonly RgbImage[]): RgbImage {
  const [first] = frames
  if (first === undefined) throw new RangeError('a strip needs a frame')
  const columns = Math.min(MOST_IN_A_ROW, frames.length)
  const width = first.width * columns
  const height = first.height * Math.ceil(frames.length / columns)
  const data = new Uint8Array(width * height * 3)
  for (const [index, frame] of frames.entries()) {
    const left = (index % columns) * first.width
    const top = Math.floor(index / columns) * first.height
    for (let y = 0; y < first.height; y += 1) {
      const row = frame.data.subarray(y * first.width * 3, (y + 1) * first.width * 3)
      data.set(row, ((top + y) * width + left) * 3)
    }
  }
  return { width, height, data }
}
