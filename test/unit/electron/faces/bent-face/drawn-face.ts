import type { LabelMap } from '../../../../../electron/contract/label-map.ts'
import type { RgbImage } from '../../../../../electron/contract/rgb-image.ts'

const SIDE = 128

interface Oval {
  readonly label: number
  readonly x: number
  readonly y: number
  readonly across: number
  readonly down: number
}

/** What differs from face to face: sizes are radii, all in pixels of 128 × 128. */
export interface DrawnFace {
  readonly x?: number
  readonly width?: number
  readonly mouthWidth?: number
  readonly eyesDown?: number
}

/** A face of ovals in the classes of `face-parts`: hair behind a face with brows, eyes, nose and lips, above a neck. */
export function drawnFace({ x = 64, width = 30, mouthWidth = 10, eyesDown = 58 }: DrawnFace = {}): LabelMap {
  const apart = width * 0.45
  const ovals: readonly Oval[] = [
    { label: 17, x, y: 112, across: 14, down: 16 },
    { label: 13, x, y: 58, across: width + 9, down: 46 },
    { label: 1, x, y: 66, across: width, down: 38 },
    { label: 7, x: x - apart, y: eyesDown - 8, across: 8, down: 2 },
    { label: 6, x: x + apart, y: eyesDown - 8, across: 8, down: 2 },
    { label: 5, x: x - apart, y: eyesDown, across: 6, down: 3 },
    { label: 4, x: x + apart, y: eyesDown, across: 6, down: 3 },
    { label: 2, x, y: 70, across: 5, down: 9 },
    { label: 11, x, y: 85, across: mouthWidth, down: 3 },
    { label: 12, x, y: 90, across: mouthWidth, down: 3 },
  ]
  const data = new Uint8Array(SIDE * SIDE)
  for (const oval of ovals)
    for (let pixel = 0; pixel < data.length; pixel++) {
      const right = ((pixel % SIDE) + 0.5 - oval.x) / oval.across
      const down = (Math.floor(pixel / SIDE) + 0.5 - oval.y) / oval.down
      if (right * right + down * down <= 1) data[pixel] = oval.label
    }
  return { width: SIDE, height: SIDE, data }
}

/** A photo in which every class has a colour of its own: ten times its number. */
export function colouredFace({ width, height, data }: LabelMap): RgbImage {
  return {
    width,
    height,
    data: Uint8Array.from({ length: data.length * 3 }, (_, at) => (data[Math.floor(at / 3)] ?? 0) * 10),
  }
}
