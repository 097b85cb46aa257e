import type { Face } from '../../faces/face.ts'
import type { FaceCover } from '../../faces/cover/face-cover.ts'
import { eyeLine } from '../../faces/mesh/face-mesh.ts'
import type { ImagePyramid } from '../../faces/sampling/image-pyramid.ts'
import { emptyPlanes, type LabPlanes } from '../colour/lab-planes.ts'
import { toLab } from '../colour/lab.ts'
import { blur } from '../filters/blur.ts'
import { coveredPlanes, type CoveredPlanes } from './covered-planes.ts'
import { UV_EYE_DISTANCE, UV_PIXELS, UV_POINTS, UV_SIDE, UV_TRIANGLES, withRim } from './uv-frame.ts'
import { warpMap } from './warp-map.ts'

/** A face of a photo laid into the plane of make-up (uv-frame.ts); planes are UV_SIDE × UV_SIDE unless said otherwise. */
export interface UnwrappedFace extends CoveredPlanes {
  readonly colours: LabPlanes
  /** 0..1: how well the photo shows this place: 0 turned away from the camera or outside the photo. */
  readonly visible: Float32Array
}

/** Neighbours that differ by less than this in L are the same. */
const SAME = 0.01

/** 0..1: how much of the skin is as its neighbour. Skin in photos hardly ever is; what is drawn nearly everywhere. */
export function flatness({ colours: { lightness }, visible, covered }: UnwrappedFace): number {
  let [flat, all] = [0, 1]
  for (let index = 0; index + 1 < UV_PIXELS; index++) {
    if ((visible[index] ?? 0) < 0.5 || (covered[index] ?? 0) > 0.5) continue
    all += 1
    if (Math.abs((lightness[index + 1] ?? 0) - (lightness[index] ?? 0)) < SAME) flat += 1
  }
  return flat / all
}

export function unwrapFace(pyramid: ImagePyramid, face: Face, cover: FaceCover): UnwrappedFace {
  const area = { left: 0, top: 0, width: UV_SIDE, height: UV_SIDE }
  const map = warpMap(area, UV_POINTS, withRim(face.points), UV_TRIANGLES)
  const scale = eyeLine(face.points).length / UV_EYE_DISTANCE
  const { image, factor } = pyramid.level(Math.max(0, Math.round(Math.log2(scale) - 0.25)))
  const colours = emptyPlanes(UV_PIXELS)
  const visible = new Float32Array(UV_PIXELS)
  const rgb = new Float32Array(3)
  const lab = new Float32Array(3)
  for (let pixel = 0; pixel < UV_PIXELS; pixel++) {
    const x = map.places[pixel * 2] ?? Number.NaN
    const y = map.places[pixel * 2 + 1] ?? Number.NaN
    if (Number.isNaN(x)) continue
    sample(image.data, image.width, image.height, x / factor - 0.5, y / factor - 0.5, rgb)
    toLab((rgb[0] ?? 0) / 255, (rgb[1] ?? 0) / 255, (rgb[2] ?? 0) / 255, lab)
    colours.lightness[pixel] = lab[0] ?? 0
    colours.a[pixel] = lab[1] ?? 0
    colours.b[pixel] = lab[2] ?? 0
    const inside = x >= 0 && y >= 0 && x < pyramid.image.width && y < pyramid.image.height
    visible[pixel] = inside ? facing((map.magnification[pixel] ?? 0) / (scale * scale)) : 0
  }
  // Single triangles at the face's sides fold in one face and not in the next; their neighbours know better.
  return { colours, visible: blur(visible, UV_SIDE, 4), ...coveredPlanes(map, cover, colours) }
}

/** From the size of a place in the photo, 1 as in a frontal face, to how well it can be seen there. */
function facing(size: number): number {
  return Math.min(1, Math.max(0, (size - 0.12) / 0.3))
}

function sample(data: Uint8Array, width: number, height: number, x: number, y: number, rgb: Float32Array): void {
  const px = Math.min(Math.max(x, 0), width - 1)
  const py = Math.min(Math.max(y, 0), height - 1)
  const left = Math.min(px | 0, Math.max(0, width - 2))
  const top = Math.min(py | 0, Math.max(0, height - 2))
  const fx = px - left
  const fy = py - top
  const at = (top * width + left) * 3
  const right = width > 1 ? 3 : 0
  const down = height > 1 ? width * 3 : 0
  for (let channel = 0; channel < 3; channel++)
    rgb[channel] =
      (1 - fy) * ((1 - fx) * (data[at + channel] ?? 0) + fx * (data[at + right + channel] ?? 0)) +
      fy * ((1 - fx) * (data[at + down + channel] ?? 0) + fx * (data[at + down + right + channel] ?? 0))
}
