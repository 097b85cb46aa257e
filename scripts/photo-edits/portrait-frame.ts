import type { LabelMap } from '../../electron/contract/label-map.ts'

/** Face classes of the pack `faces` that the changes of the proof name. Left and right are the person's. */
export const PART = {
  background: 0,
  skin: 1,
  eyeglasses: 3,
  leftEye: 4,
  rightEye: 5,
  leftBrow: 6,
  rightBrow: 7,
  mouth: 10,
  upperLip: 11,
  lowerLip: 12,
  hair: 13,
  hat: 14,
  neck: 17,
  cloth: 18,
} as const

/** A point of a face: the middle between the eyes is 0, 0, their distance 1, x goes to the person's left, y down the face. */
export interface FacePoint {
  readonly x: number
  readonly y: number
}

/** Where a face lies in a photo's labels. */
export interface PortraitFrame {
  /** Pixels of the labels between the eyes. */
  readonly unit: number
  /** The face's own place of a pixel. */
  readonly placeOf: (at: number) => FacePoint
}

/** @returns undefined where the labels do not show both eyes */
export function portraitFrame(labels: LabelMap): PortraitFrame | undefined {
  const left = middleOf(labels, PART.leftEye)
  const right = middleOf(labels, PART.rightEye)
  if (left === undefined || right === undefined) return undefined
  const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 }
  const across = { x: left.x - right.x, y: left.y - right.y }
  const unit = Math.hypot(across.x, across.y)
  return {
    unit,
    placeOf: (at) => {
      const x = (at % labels.width) - middle.x
      const y = Math.floor(at / labels.width) - middle.y
      return { x: (x * across.x + y * across.y) / unit ** 2, y: (y * across.x - x * across.y) / unit ** 2 }
    },
  }
}

function middleOf({ width, data }: LabelMap, label: number): FacePoint | undefined {
  let count = 0
  let x = 0
  let y = 0
  data.forEach((value, at) => {
    if (value !== label) return
    count++
    x += at % width
    y += Math.floor(at / width)
  })
  return count === 0 ? undefined : { x: x / count, y: y / count }
}
