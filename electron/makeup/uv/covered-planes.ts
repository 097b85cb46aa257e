import type { FaceCover } from '../../faces/cover/face-cover.ts'
import type { FaceParts } from '../../faces/cover/read-face-parts.ts'
import { hairAt } from '../../faces/hair/read-hair.ts'
import { planeAt } from '../../faces/sampling/read-plane.ts'
import { medianColour, type LabColour, type LabPlanes } from '../colour/lab-planes.ts'
import { doublePlane } from '../filters/double-plane.ts'
import { smoothStep } from '../filters/smooth-step.ts'
import { SOFT_PIXELS, SOFT_SIDE, UV_PIXELS, UV_SIDE } from './uv-frame.ts'
import type { WarpMap } from './warp-map.ts'

/** What lies over a face, in the plane of make-up. */
export interface CoveredPlanes {
  /** UV_SIDE², 0..1: hair, a hat, a hand, frames of glasses, or what is beside the face. */
  readonly covered: Float32Array
  /** SOFT_SIDE², 0..1: how sure a parser is that this is the face's own skin; undefined where there is no parser. */
  readonly sure: Float32Array | undefined
}

/** From here to there the parser is believed that something else lies over the face. */
const OTHER = [0.4, 0.75] as const
const GLASSES = [0.3, 0.7] as const

/**
 * Both networks see at most as finely as SOFT_SIDE, so they are read at that side. Lenses are seen through: only what of
 * the glasses does not look like skin covers the face.
 *
 * @param map from the plane of make-up to the photo
 * @param colours of the face in the plane of make-up
 */
export function coveredPlanes(map: WarpMap, { hair, parts }: FaceCover, colours: LabPlanes): CoveredPlanes {
  const covered = new Float32Array(SOFT_PIXELS)
  const sure = parts === undefined ? undefined : new Float32Array(SOFT_PIXELS)
  const glasses = new Float32Array(SOFT_PIXELS)
  let wearsGlasses = false
  for (let pixel = 0; pixel < SOFT_PIXELS; pixel++) {
    const column = pixel % SOFT_SIDE
    // The middle of 2 × 2 lies between the first and the last of them.
    const first = ((pixel - column) * 4 + column * 2) * 2
    const last = first + (UV_SIDE + 1) * 2
    const x = ((map.places[first] ?? Number.NaN) + (map.places[last] ?? Number.NaN)) / 2
    const y = ((map.places[first + 1] ?? Number.NaN) + (map.places[last + 1] ?? Number.NaN)) / 2
    if (Number.isNaN(x)) continue
    covered[pixel] = hairAt(hair, x, y)
    if (parts === undefined || sure === undefined) continue
    const face = partAt(parts, 'face', x, y)
    const worn = partAt(parts, 'glasses', x, y)
    sure[pixel] = face
    glasses[pixel] = worn
    wearsGlasses ||= worn > GLASSES[0]
    const other = 1 - face - worn - partAt(parts, 'beside', x, y)
    covered[pixel] = Math.max(covered[pixel] ?? 0, smoothStep(other, OTHER))
  }
  const fine = doublePlane(covered, SOFT_SIDE)
  if (sure !== undefined && wearsGlasses) addFrames(fine, glasses, sure, colours)
  return { covered: fine, sure }
}

function partAt(parts: FaceParts, group: 'face' | 'beside' | 'glasses', x: number, y: number): number {
  return planeAt(parts[group], parts.side, parts.fromPicture, x, y)
}

function addFrames(covered: Float32Array, glasses: Float32Array, sure: Float32Array, colours: LabPlanes): void {
  const tone = medianColour(colours, doublePlane(sure, SOFT_SIDE))
  if (tone === undefined) return
  const worn = doublePlane(glasses, SOFT_SIDE)
  for (let index = 0; index < UV_PIXELS; index++) {
    const share = worn[index] ?? 0
    if (share < GLASSES[0]) continue
    covered[index] = Math.max(covered[index] ?? 0, smoothStep(share, GLASSES) * unlikeSkin(colours, tone, index))
  }
}

function unlikeSkin({ lightness, a, b }: LabPlanes, tone: LabColour, index: number): number {
  const away = Math.hypot(
    ((lightness[index] ?? 0) - tone.lightness) / 22,
    ((a[index] ?? 0) - tone.a) / 12,
    ((b[index] ?? 0) - tone.b) / 14,
  )
  return smoothStep(away, [0.8, 1.5])
}
