import type { ImageSize } from '../../contract/image-size.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { Point } from '../geometry/point.ts'
import { faceFrame, type FaceFrame } from './face-frame.ts'
import { outlineRays } from './outline-rays.ts'
import {
  EYEGLASSES,
  HAIR,
  HAT,
  LEFT_BROW,
  LEFT_EAR,
  LEFT_EYE,
  LOWER_LIP,
  NECK,
  NOSE,
  ON_FACE,
  ON_HEAD,
  RIGHT_BROW,
  RIGHT_EAR,
  RIGHT_EYE,
  UPPER_LIP,
} from './part-classes.ts'
import { largestPiece, largestPieces } from './pieces.ts'
import { framePlaces, partSides, pointAt, quantile, sliceEnds } from './part-sides.ts'

/** Points of one part of a face, in shares of the picture's sides; those that are not seen are undefined. */
interface PartPoints {
  readonly points: readonly (Point | undefined)[]
  /** How much they are trusted, 0..1. */
  readonly weight: number
}

/** Parts are specks below this number of pixels in a picture of 256². */
const SPECK = 12
const NATIVE_PIXELS = 256 * 256

/** Where slices are laid through a part. */
interface Slicing {
  readonly label: number
  readonly along: 'across' | 'down'
  readonly count: number
  readonly weight: number
}

const SLICED: readonly Slicing[] = [
  { label: LEFT_EYE, along: 'across', count: 5, weight: 1 },
  { label: RIGHT_EYE, along: 'across', count: 5, weight: 1 },
  { label: LEFT_BROW, along: 'across', count: 4, weight: 1 },
  { label: RIGHT_BROW, along: 'across', count: 4, weight: 1 },
  { label: UPPER_LIP, along: 'across', count: 5, weight: 1 },
  { label: LOWER_LIP, along: 'across', count: 5, weight: 1 },
  { label: NOSE, along: 'down', count: 4, weight: 1 },
  { label: EYEGLASSES, along: 'across', count: 5, weight: 0.5 },
  { label: LEFT_EAR, along: 'down', count: 3, weight: 0.5 },
  { label: RIGHT_EAR, along: 'down', count: 3, weight: 0.5 },
]

const FACE_ANGLES = Array.from({ length: 20 }, (_, index) => (index / 10) * Math.PI)
/** Around the top of the head, to a little below both sides of its centre. */
const HEAD_ANGLES = Array.from({ length: 15 }, (_, index) => (-0.5 + (index / 7 - 1) * 0.7) * Math.PI)
const FACE_WEIGHT = 0.6
const HEAD_WEIGHT = 0.4
const NECK_WEIGHT = 0.3
const NECK_SLICES = 3
/** Share of the picture's height by which a neck must be seen below the chin. */
const LEAST_NECK = 0.03

/** By the number of a part, and by the name of an outline. */
type PointsName = number | 'face' | 'head'
export type FacePoints = ReadonlyMap<PointsName, PartPoints>

/**
 * Points that tell where the parts of a face are: as many for every face. Undefined where no face is seen.
 *
 * @param labels in the classes of `face-parts`
 */
export function controlPoints(labels: LabelMap): FacePoints | undefined {
  const { width, height } = labels
  const share = (width * height) / NATIVE_PIXELS
  const pieces = new Map(largestPieces(labels, labels.data))
  // Two glasses may be seen apart.
  pieces.set(EYEGLASSES, allPixels(labels, EYEGLASSES))
  const parts = new Map([...pieces].filter(([, { length }]) => length >= SPECK * share))
  const frame = faceFrame(new Map([...parts].map(([label, pixels]) => [label, middleOf(pixels, width)])), width)
  const face = largestPiece(labels, labels.data, ON_FACE)
  const head = largestPiece(labels, labels.data, ON_HEAD)
  if (frame === undefined || face === undefined || head === undefined) return undefined
  const found = new Map<PointsName, PartPoints>()
  const add = (name: PointsName, points: readonly (Point | undefined)[] | undefined, weight: number): void => {
    if (points !== undefined)
      found.set(name, {
        points: points.map((point) => point && { x: point.x / width, y: point.y / height }),
        weight,
      })
  }
  for (const { label, along, count, weight } of SLICED) {
    const pixels = parts.get(label)
    if (pixels !== undefined) add(label, partSides(pixels, width, frame, along, count), weight)
  }
  add('face', outlineRays(face, labels, frame, FACE_ANGLES), FACE_WEIGHT)
  // A face drawn without hair says nothing of where hair ends, and bare heads end where their faces do.
  if (parts.has(HAIR) || parts.has(HAT)) add('head', outlineRays(head, labels, frame, HEAD_ANGLES), HEAD_WEIGHT)
  const neck = parts.get(NECK)
  if (neck !== undefined) add(NECK, neckSides(neck, face, labels, frame), NECK_WEIGHT)
  return found
}

function allPixels({ data }: LabelMap, label: number): Uint32Array {
  const found: number[] = []
  for (let pixel = 0; pixel < data.length; pixel++) if (data[pixel] === label) found.push(pixel)
  return Uint32Array.from(found)
}

function middleOf(pixels: Uint32Array, width: number): Point {
  let [x, y] = [0, 0]
  for (const pixel of pixels) {
    x += pixel % width
    y += Math.floor(pixel / width)
  }
  return { x: x / pixels.length + 0.5, y: y / pixels.length + 0.5 }
}

/** Both sides of the neck in slices below the chin: above it, the face hides more of one side than of the other. */
function neckSides(
  neck: Uint32Array,
  face: Uint32Array,
  { width, height }: ImageSize,
  frame: FaceFrame,
): readonly Point[] | undefined {
  const chin = framePlaces(face, width, frame, 'down').along.reduce((low, down) => Math.max(low, down), -Infinity)
  const places = framePlaces(neck, width, frame, 'down')
  const bottom = quantile(places.along.slice().sort(), 0.98)
  if (!(bottom > chin + LEAST_NECK * height)) return undefined
  const sides: Point[] = []
  for (let slice = 0; slice < NECK_SLICES; slice++) {
    const down = chin + ((bottom - chin) * (slice + 0.5)) / NECK_SLICES
    const ends = sliceEnds(places, down, (bottom - chin) / NECK_SLICES / 2 + 1)
    if (ends === undefined) return undefined
    sides.push(pointAt(frame, ends.first, down), pointAt(frame, ends.second, down))
  }
  return sides
}
