import { fromLab } from '../colour/lab.ts'
import { SOFT_SIDE, UV_SIDE } from '../uv/uv-frame.ts'
import type { Composition, Drawing } from './composition.ts'
import type { FaceView } from './face-view.ts'
import type { PhotoPatch } from '../../contract/photo-patch.ts'
import type { PixelArea } from '../../faces/parts/fill-polygon.ts'
import type { PhotoPixels } from '../../contract/photo-pixels.ts'
import { isEmptyAt, moveSpot, newSpot, readFour } from './plane-reading.ts'

/** Changes of L, a and b that together are less than this are none. */
const INVISIBLE = 0.05
/** How much of the skin's texture shows through paint. */
const TEXTURE = 0.5

/**
 * Puts a look on a face. A slider runs this for every pixel, so maps are read only where they hold something.
 *
 * @param photo the pixels that the view was made of
 * @returns the pixels around the face; the mask is 255 where they changed and 0 where they are the photo's own, bit by bit
 */
export function paintFace(photo: PhotoPixels, view: FaceView, look: Composition): PhotoPatch {
  const { area, places, colours, free, skin, lips } = view
  const { paint, liner } = look
  const { channels } = photo
  const data = windowOf(photo, area)
  const mask = new Uint8Array(free.length)
  const maximum = data instanceof Uint16Array ? 65535 : 255
  const spot = newSpot()
  const fine = newSpot()
  const lab = new Float32Array(3)
  const rgb = new Float32Array(3)
  const change = new Float32Array(4)
  for (let pixel = 0; pixel < free.length; pixel++) {
    const open = free[pixel] ?? 0
    if (open === 0) continue
    const onSkin = look.skin === undefined ? 0 : (skin[pixel] ?? 0)
    const onLips = look.lips === undefined ? 0 : (lips[pixel] ?? 0)
    if (onSkin === 0 && onLips === 0 && liner === undefined) continue
    const lightness = colours[pixel * 3] ?? 0
    const a = colours[pixel * 3 + 1] ?? 0
    const b = colours[pixel * 3 + 2] ?? 0
    lab[0] = lightness
    lab[1] = a
    lab[2] = b
    moveSpot(spot, places, pixel, UV_SIDE, SOFT_SIDE)
    if (paint !== undefined || liner !== undefined) moveSpot(fine, places, pixel, UV_SIDE, UV_SIDE)
    if (onSkin > 0 && look.skin !== undefined) {
      readFour(look.skin, spot, change)
      const base = change[3] ?? 0
      const shade = shadeOf(lightness, base)
      // A lid lies in its own shadow and still wears all of the shadow's colour.
      const colour = onSkin * Math.sqrt(shade)
      lab[0] = lightness + (change[0] ?? 0) * onSkin * shade
      lab[1] = a + (change[1] ?? 0) * colour
      lab[2] = b + (change[2] ?? 0) * colour
      if (paint !== undefined && !isEmptyAt(paint.map, fine)) {
        readFour(paint.map, fine, change)
        cover(lab, change, paint, onSkin, TEXTURE * (lightness - base))
      }
    }
    if (onLips > 0 && look.lips !== undefined) {
      readFour(look.lips, spot, change)
      tintLips(lab, change, onLips, lightness)
    }
    if (liner !== undefined && !isEmptyAt(liner.map, fine)) {
      readFour(liner.map, fine, change)
      darken(lab, change, liner, open)
    }
    const moved = Math.abs(lab[0] - lightness) + Math.abs(lab[1] - a) + Math.abs(lab[2] - b)
    if (moved < INVISIBLE) continue
    fromLab(lab, rgb)
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

function tintLips(lab: Float32Array, change: Float32Array, weight: number, own: number): void {
  const shaded = weight * shadeOf(own, change[3] ?? 0)
  lab[0] = (lab[0] ?? 0) + (change[0] ?? 0) * weight
  lab[1] = (lab[1] ?? 0) + (change[1] ?? 0) * shaded
  lab[2] = (lab[2] ?? 0) + (change[2] ?? 0) * shaded
}

/** Lays opaque colour over. @param stroke L, a, b times the opacity, and the opacity, as read from the drawing */
function cover(lab: Float32Array, stroke: Float32Array, drawing: Drawing, weight: number, texture: number): void {
  const drawn = stroke[3] ?? 0
  if (drawn <= 0) return
  const opacity = weight * Math.min(1, drawn * drawing.strength)
  const own = lab[0] ?? 0
  lab[0] = own + (lit((stroke[0] ?? 0) / drawn, drawing.light) + texture - own) * opacity
  lab[1] = (lab[1] ?? 0) + ((stroke[1] ?? 0) / drawn - (lab[1] ?? 0)) * opacity
  lab[2] = (lab[2] ?? 0) + ((stroke[2] ?? 0) / drawn - (lab[2] ?? 0)) * opacity
}

/** Lays a line over where it is darker than what is there: lashes that a face already has stay as they are. */
function darken(lab: Float32Array, stroke: Float32Array, drawing: Drawing, weight: number): void {
  const drawn = stroke[3] ?? 0
  if (drawn <= 0) return
  const opacity = weight * Math.min(1, drawn * drawing.strength)
  const own = lab[0] ?? 0
  const darker = Math.min(0, lit((stroke[0] ?? 0) / drawn, drawing.light) - own)
  const share = opacity * Math.min(1, -darker / 10)
  lab[0] = own + darker * opacity
  lab[1] = (lab[1] ?? 0) + ((stroke[1] ?? 0) / drawn - (lab[1] ?? 0)) * share
  lab[2] = (lab[2] ?? 0) + ((stroke[2] ?? 0) / drawn - (lab[2] ?? 0)) * share
}

/** L of a stroke in a face's light: black and white stay black and white. */
function lit(lightness: number, light: number): number {
  return lightness + (light * Math.min(lightness, 100 - lightness)) / 50
}
