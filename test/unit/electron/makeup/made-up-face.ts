import type { FaceCover } from '../../../../electron/faces/cover/face-cover.ts'
import type { Face } from '../../../../electron/faces/face.ts'

import { CANONICAL_POINTS } from '../../../../electron/faces/mesh/canonical-face.ts'
import { ImagePyramid } from '../../../../electron/faces/sampling/image-pyramid.ts'
import { toLab, fromLab } from '../../../../electron/makeup/colour/lab.ts'
import { partZones } from '../../../../electron/makeup/uv/part-zones.ts'
import { UV_SIDE } from '../../../../electron/makeup/uv/uv-frame.ts'

/**
 * A drawn frontal face whose make-up is known: the plane of make-up itself, laid into a photo of 600 × 560 at an offset,
 * so that tests need no network and no photo.
 */
export const PHOTO = { width: 600, height: 560 }
export const OFFSET = { x: 44, y: 20 }

export interface Drawing {
  readonly skin?: readonly [number, number, number]
  readonly lips?: readonly [number, number, number]
  /** Colour of the lids, laid over the zone of eye shadow. */
  readonly shadow?: readonly [number, number, number]
  /** Spots of face paint: x, y in the plane of make-up, radius 7. */
  readonly spots?: readonly (readonly [number, number])[]
  readonly spotColour?: readonly [number, number, number]
  /** L that light adds at the right border and takes at the left one. */
  readonly sideLight?: number
  /** a and b that light adds at the right border and takes at the left one. */
  readonly sideColour?: readonly [number, number]
}

export interface DrawnPhoto {
  readonly pyramid: ImagePyramid
  readonly face: Face
  readonly cover: FaceCover
}

/** Colours in L, a, b. */
export function drawFace({
  skin = [68, 14, 18],
  lips = [52, 26, 16],
  shadow,
  spots = [],
  spotColour = [92, 0, 0],
  sideLight = 0,
  sideColour = [0, 0],
}: Drawing): DrawnPhoto {
  const zones = partZones(UV_SIDE)
  const data = new Uint8Array(PHOTO.width * PHOTO.height * 3)
  const rgb = new Float32Array(3)
  for (let y = 0; y < PHOTO.height; y++)
    for (let x = 0; x < PHOTO.width; x++) {
      const [u, v] = [x - OFFSET.x, y - OFFSET.y]
      const inside = u >= 0 && v >= 0 && u < UV_SIDE && v < UV_SIDE
      const at = inside ? v * UV_SIDE + u : -1
      // A little texture, as skin has, the same for every drawing.
      const texture = ((x * 7 + y * 13) % 5) - 2
      let colour: readonly number[] = skin
      if (shadow !== undefined) colour = mixed(colour, shadow, zones.eyes[at] ?? 0)
      if (spots.some(([sx, sy]) => Math.hypot(u - sx, v - sy) < 7)) colour = spotColour
      colour = mixed(colour, lips, zones.lips[at] ?? 0)
      colour = mixed(colour, [20, 4, 4], zones.mouthOpening[at] ?? 0)
      colour = mixed(colour, [85, 0, 0], zones.eyeballs[at] ?? 0)
      colour = mixed(colour, [30, 4, 8], zones.brows[at] ?? 0)
      const side = inside ? (u - UV_SIDE / 2) / (UV_SIDE / 2) : 0
      const lit = [texture + sideLight * side, sideColour[0] * side, sideColour[1] * side]
      fromLab(
        Float32Array.from(lit, (light, channel) => (colour[channel] ?? 0) + light),
        rgb,
      )
      for (let channel = 0; channel < 3; channel++)
        data[(y * PHOTO.width + x) * 3 + channel] = Math.round((rgb[channel] ?? 0) * 255)
    }
  const points = Float32Array.from(CANONICAL_POINTS, (value, index) =>
    index % 2 === 0 ? (value / 1000) * 142 + 256 + OFFSET.x : (value / 1000) * 142 + 230 + OFFSET.y,
  )
  const iris = { centre: { x: 0, y: 0 }, radius: 1 }
  return {
    pyramid: new ImagePyramid({ ...PHOTO, data }),
    face: {
      index: 0,
      points,
      depth: new Float32Array(468),
      side: 320,
      certainty: 1,
      rightIris: iris,
      leftIris: iris,
    },
    cover: {
      hair: { side: 2, values: new Float32Array(4), fromPicture: { a: 1, b: 0, x: 0, y: 0 } },
      parts: undefined,
    },
  }
}

function mixed(first: readonly number[], second: readonly number[], share: number): number[] {
  return first.map((value, index) => value + ((second[index] ?? 0) - value) * share)
}

/** L, a, b of a place of the plane of make-up in some pixels of the photo's size. */
export function colourAt(data: Uint8Array, u: number, v: number): readonly [number, number, number] {
  const lab = new Float32Array(3)
  const mean: [number, number, number] = [0, 0, 0]
  for (let dy = -2; dy <= 2; dy++)
    for (let dx = -2; dx <= 2; dx++) {
      const at = ((v + OFFSET.y + dy) * PHOTO.width + u + OFFSET.x + dx) * 3
      toLab((data[at] ?? 0) / 255, (data[at + 1] ?? 0) / 255, (data[at + 2] ?? 0) / 255, lab)
      for (let channel = 0; channel < 3; channel++) mean[channel] = (mean[channel] ?? 0) + (lab[channel] ?? 0) / 25
    }
  return mean
}
