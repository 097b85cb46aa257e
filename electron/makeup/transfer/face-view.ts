import { smoothOutline } from '../../faces/parts/smooth-outline.ts'
import { fillPolygon, type PixelArea } from '../../faces/parts/fill-polygon.ts'
import { meshPolygon, type MeshPoints } from '../../faces/mesh/face-mesh.ts'
import { LEFT_EYE, LIPS_INNER, RIGHT_EYE } from '../../faces/mesh/face-outlines.ts'
import { linearLevels, linearToLab } from '../colour/lab.ts'
import { SOFT_SIDE, UV_POINTS, UV_SIDE, UV_TRIANGLES, withRim } from '../uv/uv-frame.ts'
import { warpMap } from '../uv/warp-map.ts'
import type { PhotoPixels } from '../../contract/photo-pixels.ts'
import { interleaved, moveSpot, newSpot, readFour, readOne } from './plane-reading.ts'
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
  const lipLine = interleaved([line.slope, line.offset, line.slope, line.offset])
  const mask = interleaved([cover.slope, cover.offset, reach, reach])
  const lab = new Float32Array(3)
  const spot = newSpot()
  const four = new Float32Array(4)
  for (let row = 0; row < area.height; row++) {
    let at = ((area.top + row) * width + area.left) * channels
    const end = (row + 1) * area.width
    for (let pixel = row * area.width; pixel < end; pixel++, at += channels) {
      if (Number.isNaN(places[pixel * 2] ?? Number.NaN)) continue
      linearToLab(linear[data[at] ?? 0] ?? 0, linear[data[at + 1] ?? 0] ?? 0, linear[data[at + 2] ?? 0] ?? 0, lab)
      for (let channel = 0; channel < 3; channel++) colours[pixel * 3 + channel] = lab[channel] ?? 0
      // Eyes and the inside of the mouth: a person may still say that they are skin.
      if (free[pixel] === 0) continue
      const lightness = lab[0] ?? 0
      moveSpot(spot, places, pixel, UV_SIDE, UV_SIDE)
      const open = (free[pixel] ?? 0) * readOne(uncovered, spot)
      free[pixel] = open
      moveSpot(spot, places, pixel, UV_SIDE, SOFT_SIDE)
      readFour(mask, spot, four)
      const covered = clamp((four[0] ?? 0) * lightness + (four[1] ?? 0))
      let lip = four[2] ?? 0
      if (lip > 0) {
        readFour(lipLine, spot, four)
        const guide = byLightness * lightness + byA * (lab[1] ?? 0) + byB * (lab[2] ?? 0) + shift
        lip *= clamp(((four[0] ?? 0) * Math.min(1.3, Math.max(-0.3, guide)) + (four[1] ?? 0) - 0.15) / 0.7)
      }
      lips[pixel] = lip * open
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
