import { smoothOutline } from '../../faces/parts/smooth-outline.ts'
import { fillPolygon, type PixelArea } from '../../faces/parts/fill-polygon.ts'
import { meshPolygon, type MeshPoints } from '../../faces/mesh/face-mesh.ts'
import { LEFT_EYE, LIPS_INNER, RIGHT_EYE } from '../../faces/mesh/face-outlines.ts'
import { linearLevels, linearToLab } from '../colour/lab.ts'
import { SOFT_SIDE, UV_POINTS, UV_SIDE, UV_TRIANGLES, withRim } from '../uv/uv-frame.ts'
import { warpMap } from '../uv/warp-map.ts'
import type { PhotoPixels } from '../../contract/photo-pixels.ts'
import { moveSpot, newSpot, readOne } from './plane-reading.ts'
import type { TargetFace } from './target-face.ts'

/**
 * A face in a photo of some resolution: all that every look on it needs, so that a slider computes little. Planes have one
 * value for each pixel of `area` unless said otherwise.
 */
export interface FaceView {
  readonly area: PixelArea
  /** x, y in the plane of make-up, two values a pixel; NaN where the face is not. */
  readonly places: Float32Array
  /** L, a, b of the photo, three values a pixel; 0 where the face is not. */
  readonly colours: Float32Array
  /** 0..1: how much of a change of skin, of lips and of anything between them reaches the pixel. */
  readonly skin: Float32Array
  readonly lips: Float32Array
  /** 0..1: neither eyeball nor inside of the mouth, and not covered by anything; 0 where the face is not. */
  readonly free: Float32Array
}

/** @param points the face's mesh in pixels of `photo`, which may be a reduced or a larger copy of where it was found */
export function faceView(photo: PhotoPixels, points: MeshPoints, face: TargetFace): FaceView {
  const rimmed = withRim(points)
  const area = areaOf(rimmed, photo.width, photo.height)
  const pixels = area.width * area.height
  const { places } = warpMap(area, rimmed, UV_POINTS, UV_TRIANGLES)
  const free = new Float32Array(pixels)
  for (const outline of [RIGHT_EYE.opening, LEFT_EYE.opening, LIPS_INNER])
    fillPolygon(free, area, smoothOutline(meshPolygon(points, outline)))
  for (let pixel = 0; pixel < pixels; pixel++)
    free[pixel] = Number.isNaN(places[pixel * 2] ?? Number.NaN) ? 0 : 1 - (free[pixel] ?? 0)
  const colours = new Float32Array(pixels * 3)
  const view = { area, places, free, colours, skin: new Float32Array(pixels), lips: new Float32Array(pixels) }
  weighParts(photo, view, face)
  return view
}

/** Reads the photo's colours, and finds in them where skin and lips are at this resolution. */
function weighParts(
  { data, width, channels }: PhotoPixels,
  view: FaceView,
  { lips: border, cover, free: uncovered }: TargetFace,
): void {
  const { area, places, colours, free, skin, lips } = view
  const { weights, shift, line, reach } = border
  const [byLightness, byA, byB] = weights
  const linear = linearLevels(data instanceof Uint16Array ? 65535 : 255)
  const lab = new Float32Array(3)
  const spot = newSpot()
  for (let row = 0; row < area.height; row++) {
    let at = ((area.top + row) * width + area.left) * channels
    const end = (row + 1) * area.width
    for (let pixel = row * area.width; pixel < end; pixel++, at += channels) {
      const u = places[pixel * 2] ?? Number.NaN
      if (Number.isNaN(u)) continue
      linearToLab(linear[data[at] ?? 0] ?? 0, linear[data[at + 1] ?? 0] ?? 0, linear[data[at + 2] ?? 0] ?? 0, lab)
      const lightness = lab[0] ?? 0
      const a = lab[1] ?? 0
      const b = lab[2] ?? 0
      colours[pixel * 3] = lightness
      colours[pixel * 3 + 1] = a
      colours[pixel * 3 + 2] = b
      // Eyes and the inside of the mouth: a person may still say that they are skin.
      if (free[pixel] === 0) continue
      const v = places[pixel * 2 + 1] ?? 0
      moveSpot(spot, u, v, UV_SIDE, UV_SIDE)
      const open = (free[pixel] ?? 0) * readOne(uncovered, spot)
      free[pixel] = open
      moveSpot(spot, u, v, UV_SIDE, SOFT_SIDE)
      let lip = readOne(reach, spot)
      if (lip > 0) {
        const guide = Math.min(1.3, Math.max(-0.3, byLightness * lightness + byA * a + byB * b + shift))
        lip *= clamp((readOne(line.slope, spot) * guide + readOne(line.offset, spot) - 0.15) / 0.7)
      }
      lips[pixel] = lip * open
      const covered = clamp(readOne(cover.slope, spot) * lightness + readOne(cover.offset, spot))
      skin[pixel] = covered * open * (1 - lip * open)
    }
  }
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value
}

function areaOf(points: Float32Array, width: number, height: number): PixelArea {
  let [left, top, right, bottom] = [width, height, 0, 0]
  for (let at = 0; at < points.length; at += 2) {
    left = Math.min(left, points[at] ?? 0)
    right = Math.max(right, points[at] ?? 0)
    top = Math.min(top, points[at + 1] ?? 0)
    bottom = Math.max(bottom, points[at + 1] ?? 0)
  }
  const [x, y] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))]
  return {
    left: x,
    top: y,
    width: Math.max(0, Math.min(width, Math.ceil(right)) - x),
    height: Math.max(0, Math.min(height, Math.ceil(bottom)) - y),
  }
}
