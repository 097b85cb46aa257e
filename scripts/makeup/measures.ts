import type { RgbImage } from '../../electron/contract/rgb-image.ts'
import { blur } from '../../electron/makeup/filters/blur.ts'
import type { WornColour } from '../../electron/makeup/layers/soft-layers.ts'
import type { FaceView } from '../../electron/makeup/transfer/face-view.ts'
import { partZones } from '../../electron/makeup/uv/part-zones.ts'
import { SOFT_PIXELS, SOFT_SIDE, UV_EYE_DISTANCE, UV_PIXELS, UV_SIDE } from '../../electron/makeup/uv/uv-frame.ts'
import type { UnwrappedFace } from '../../electron/makeup/uv/unwrap-face.ts'

/** Colour distances of one part, in units of a and b: lips as they are, lids and cheeks from the skin's tone. */
export interface PartDistances {
  readonly lips: number
  readonly eyes: number
  readonly cheeks: number
}

export function partDistances(first: WornColour, second: WornColour): PartDistances {
  const zones = partZones(SOFT_SIDE)
  const sums = { lips: 0, eyes: 0, cheeks: 0 }
  const weights = { lips: 1e-6, eyes: 1e-6, cheeks: 1e-6 }
  for (let index = 0; index < SOFT_PIXELS; index++) {
    const add = (part: keyof PartDistances, plane: 'lips' | 'eyes' | 'skin', weight: number): void => {
      const a = (first[plane].a[index] ?? 0) - (second[plane].a[index] ?? 0)
      const b = (first[plane].b[index] ?? 0) - (second[plane].b[index] ?? 0)
      sums[part] += weight * Math.hypot(a, b)
      weights[part] += weight
    }
    add('lips', 'lips', zones.lips[index] ?? 0)
    add('eyes', 'eyes', zones.eyes[index] ?? 0)
    add('cheeks', 'skin', isCheek(index) ? (zones.skin[index] ?? 0) : 0)
  }
  return { lips: sums.lips / weights.lips, eyes: sums.eyes / weights.eyes, cheeks: sums.cheeks / weights.cheeks }
}

/** Beside the nose, below the eyes, above the mouth. */
function isCheek(index: number): boolean {
  const unit = UV_EYE_DISTANCE / 2
  const x = ((index % SOFT_SIDE) - SOFT_SIDE / 2) / unit
  const y = (Math.floor(index / SOFT_SIDE) - 115) / unit
  return Math.abs(x) > 0.4 && Math.abs(x) < 0.95 && y > 0.3 && y < 0.85
}

/** Structural similarity (Wang et al. 2004) of the detail of L over the skin: what is finer than a thirtieth of the eye distance. */
export function detailSimilarity(before: UnwrappedFace, after: UnwrappedFace): number {
  const sigma = 0.035 * UV_EYE_DISTANCE
  const [one, other] = [detail(before.colours.lightness, sigma), detail(after.colours.lightness, sigma)]
  const window = 4
  const mean = (plane: Float32Array): Float32Array => blur(plane, UV_SIDE, window)
  const product = (first: Float32Array, second: Float32Array): Float32Array =>
    mean(first.map((value, index) => value * (second[index] ?? 0)))
  const [m1, m2] = [mean(one), mean(other)]
  const [s11, s22, s12] = [product(one, one), product(other, other), product(one, other)]
  const zones = partZones(UV_SIDE)
  let [sum, total] = [0, 0]
  for (let index = 0; index < UV_PIXELS; index++) {
    const weight = (zones.skin[index] ?? 0) * (zones.skinFade[index] ?? 0) * (before.visible[index] ?? 0)
    if (weight < 0.5) continue
    const [a, b] = [m1[index] ?? 0, m2[index] ?? 0]
    const v1 = (s11[index] ?? 0) - a * a
    const v2 = (s22[index] ?? 0) - b * b
    const v12 = (s12[index] ?? 0) - a * b
    // Constants of the paper for L in 0..100.
    sum += ((2 * a * b + 1) * (2 * v12 + 9)) / ((a * a + b * b + 1) * (v1 + v2 + 9))
    total += 1
  }
  return sum / total
}

function detail(plane: Float32Array, sigma: number): Float32Array {
  const smooth = blur(plane, UV_SIDE, sigma)
  return plane.map((value, index) => value - (smooth[index] ?? 0))
}

/** Edge preservation index (Sattar et al. 1997) of the skin: correlation of the differences between neighbours in L, 1 = all kept. */
export function edgePreservation(before: UnwrappedFace, after: UnwrappedFace): number {
  const zones = partZones(UV_SIDE)
  const [one, other] = [before.colours.lightness, after.colours.lightness]
  let [both, first, second] = [0, 0, 0]
  for (let index = 0; index + UV_SIDE < UV_PIXELS; index++) {
    const weight = (zones.skin[index] ?? 0) * (zones.skinFade[index] ?? 0) * (before.visible[index] ?? 0)
    if (weight < 0.5) continue
    for (const neighbour of [index + 1, index + UV_SIDE]) {
      const a = (one[neighbour] ?? 0) - (one[index] ?? 0)
      const b = (other[neighbour] ?? 0) - (other[index] ?? 0)
      both += a * b
      first += a * a
      second += b * b
    }
  }
  return both / Math.sqrt(first * second)
}

/** Values that differ between two photos where a face's mesh does not reach. */
export function changedOutside(before: RgbImage, after: RgbImage, { area, places }: FaceView): number {
  let changed = 0
  for (let pixel = 0; pixel < before.width * before.height; pixel++) {
    const x = (pixel % before.width) - area.left
    const y = Math.floor(pixel / before.width) - area.top
    const inside =
      x >= 0 && y >= 0 && x < area.width && y < area.height && !Number.isNaN(places[(y * area.width + x) * 2] ?? NaN)
    if (inside) continue
    for (let channel = 0; channel < 3; channel++)
      if (before.data[pixel * 3 + channel] !== after.data[pixel * 3 + channel]) changed++
  }
  return changed
}

/** Peak signal to noise of one photo against another where a face's mesh lies, in decibels; Infinity for equal ones. */
export function peakSignalToNoise(one: RgbImage, other: RgbImage, { area, places }: FaceView): number {
  let [squares, count] = [0, 0]
  for (let pixel = 0; pixel < area.width * area.height; pixel++) {
    if (Number.isNaN(places[pixel * 2] ?? NaN)) continue
    const at = ((area.top + Math.floor(pixel / area.width)) * one.width + area.left + (pixel % area.width)) * 3
    for (let channel = 0; channel < 3; channel++)
      squares += ((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) ** 2
    count += 3
  }
  return 10 * Math.log10((255 * 255 * count) / squares)
}
