import { fromLab } from '../colour/lab.ts'
import { SOFT_SIDE, UV_SIDE } from '../uv/uv-frame.ts'
import type { Composition } from './composition.ts'
import type { FaceView } from './face-view.ts'
import type { PhotoPatch } from '../../contract/photo-patch.ts'
import type { PixelArea } from '../../faces/parts/fill-polygon.ts'
import type { PhotoPixels } from '../../contract/photo-pixels.ts'
import { moveSpot, newSpot, opacityAt, readChannel } from './plane-reading.ts'

/** Changes of L, a and b that together are less than this are none. */
const INVISIBLE = 0.05
/** How much of the skin's texture shows through paint. */
const TEXTURE = 0.5

/**
 * Puts a look on a face. A slider runs this for every pixel, so the loop keeps its numbers in variables and reads only maps
 * that hold something at the pixel.
 *
 * @param photo the pixels that the view was made of
 * @returns the pixels around the face; the mask is 255 where they changed and 0 where they are the photo's own, bit by bit
 */
export function paintFace(photo: PhotoPixels, view: FaceView, look: Composition): PhotoPatch {
  const { area, places, colours, free, skin, lips } = view
  const { channels } = photo
  const data = windowOf(photo, area)
  const mask = new Uint8Array(free.length)
  const maximum = data instanceof Uint16Array ? 65535 : 255
  const spot = newSpot()
  const fine = newSpot()
  const rgb = new Float32Array(3)
  const { paint, liner } = look
  for (let pixel = 0; pixel < free.length; pixel++) {
    const open = free[pixel] ?? 0
    if (open === 0) continue
    const onSkin = look.skin === undefined ? 0 : (skin[pixel] ?? 0)
    const onLips = look.lips === undefined ? 0 : (lips[pixel] ?? 0)
    if (onSkin === 0 && onLips === 0 && liner === undefined) continue
    const u = places[pixel * 2] ?? 0
    const v = places[pixel * 2 + 1] ?? 0
    const ownLightness = colours[pixel * 3] ?? 0
    const ownA = colours[pixel * 3 + 1] ?? 0
    const ownB = colours[pixel * 3 + 2] ?? 0
    let [lightness, a, b] = [ownLightness, ownA, ownB]
    moveSpot(spot, u, v, UV_SIDE, SOFT_SIDE)
    if (paint !== undefined || liner !== undefined) moveSpot(fine, u, v, UV_SIDE, UV_SIDE)
    if (onSkin > 0 && look.skin !== undefined) {
      const base = readChannel(look.skin, 4, 3, spot)
      const shade = shadeOf(ownLightness, base)
      // A lid lies in its own shadow and still wears all of the shadow's colour.
      const colour = onSkin * Math.sqrt(shade)
      lightness += readChannel(look.skin, 4, 0, spot) * onSkin * shade
      a += readChannel(look.skin, 4, 1, spot) * colour
      b += readChannel(look.skin, 4, 2, spot) * colour
      const drawn = paint === undefined ? 0 : opacityAt(paint.map, fine)
      if (paint !== undefined && drawn > 0) {
        const opacity = onSkin * Math.min(1, drawn * paint.strength)
        const colour = lit(readChannel(paint.map, 4, 0, fine) / drawn, paint.light)
        lightness += (colour + TEXTURE * (ownLightness - base) - lightness) * opacity
        a += (readChannel(paint.map, 4, 1, fine) / drawn - a) * opacity
        b += (readChannel(paint.map, 4, 2, fine) / drawn - b) * opacity
      }
    }
    if (onLips > 0 && look.lips !== undefined) {
      const shaded = onLips * shadeOf(ownLightness, readChannel(look.lips, 4, 3, spot))
      lightness += readChannel(look.lips, 4, 0, spot) * onLips
      a += readChannel(look.lips, 4, 1, spot) * shaded
      b += readChannel(look.lips, 4, 2, spot) * shaded
    }
    const line = liner === undefined ? 0 : opacityAt(liner.map, fine)
    if (liner !== undefined && line > 0) {
      // Only where the line is darker than what is there: lashes that a face already has stay as they are.
      const darker = Math.min(0, lit(readChannel(liner.map, 4, 0, fine) / line, liner.light) - lightness)
      const opacity = open * Math.min(1, line * liner.strength)
      const share = opacity * Math.min(1, -darker / 10)
      lightness += darker * opacity
      a += (readChannel(liner.map, 4, 1, fine) / line - a) * share
      b += (readChannel(liner.map, 4, 2, fine) / line - b) * share
    }
    if (Math.abs(lightness - ownLightness) + Math.abs(a - ownA) + Math.abs(b - ownB) < INVISIBLE) continue
    fromLab(lightness, a, b, rgb)
    const at = pixel * channels
    mask[pixel] = 255
    data[at] = (rgb[0] ?? 0) * maximum + 0.5
    data[at + 1] = (rgb[1] ?? 0) * maximum + 0.5
    data[at + 2] = (rgb[2] ?? 0) * maximum + 0.5
  }
  return { window: { x: area.left, y: area.top, width: area.width, height: area.height }, data, mask }
}

function windowOf({ data, width, channels }: PhotoPixels, area: PixelArea): Uint8Array | Uint16Array {
  const length = area.width * area.height * channels
  const part = data instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length)
  for (let row = 0; row < area.height; row++) {
    const start = ((area.top + row) * width + area.left) * channels
    part.set(data.subarray(start, start + area.width * channels), row * area.width * channels)
  }
  return part
}

/** Hair, shadow and shine take less of a soft colour than the skin that it was made for. */
function shadeOf(lightness: number, base: number): number {
  const dark = Math.min(1, lightness / Math.max(1, 0.85 * base))
  const bright = lightness <= 88 ? 1 : 1 - 0.7 * Math.min(1, (lightness - 88) / 12)
  return dark * bright
}

/** L of a stroke in a face's light: black and white stay black and white. */
function lit(lightness: number, light: number): number {
  return lightness + (light * Math.min(lightness, 100 - lightness)) / 50
}
