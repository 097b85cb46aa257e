import { fromLab } from '../colour/lab.ts'
import { SOFT_SIDE, UV_SIDE } from '../uv/uv-frame.ts'
import type { Composition } from './composition.ts'
import type { FaceView } from './face-view.ts'
import type { PhotoPatch } from '../../contract/photo-patch.ts'
import type { PixelArea } from '../../faces/parts/fill-polygon.ts'
import type { PhotoPixels } from '../../contract/photo-pixels.ts'
import { moveSpot, newSpot, readFour } from './plane-reading.ts'

/** Changes of L, a and b that together are less than this are none. */
const INVISIBLE = 0.05
/** How much of the skin's texture shows through paint. */
const TEXTURE = 0.5

/**
 * Puts a look on a face.
 * @param photo the pixels that the view was made of
 * @returns the pixels around the face; the mask is 255 where they changed and 0 where they are the photo's own, bit by bit
 */
export function paintFace(photo: PhotoPixels, view: FaceView, look: Composition): PhotoPatch {
  const { area, places, colours, free } = view
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
    const u = places[pixel * 2] ?? Number.NaN
    const open = free[pixel] ?? 0
    if (Number.isNaN(u) || open === 0) continue
    const v = places[pixel * 2 + 1] ?? 0
    const lightness = colours[pixel * 3] ?? 0
    const a = colours[pixel * 3 + 1] ?? 0
    const b = colours[pixel * 3 + 2] ?? 0
    for (let channel = 0; channel < 3; channel++) lab[channel] = colours[pixel * 3 + channel] ?? 0
    moveSpot(spot, u, v, UV_SIDE, SOFT_SIDE)
    moveSpot(fine, u, v, UV_SIDE, UV_SIDE)
    const onSkin = view.skin[pixel] ?? 0
    if (onSkin > 0) {
      readFour(look.skin, spot, change)
      const base = change[3] ?? 0
      const shade = shadeOf(lightness, base)
      // A lid lies in its own shadow and still wears all of the shadow's colour.
      tint(lab, change, onSkin * shade, onSkin * Math.sqrt(shade))
      if (look.paint !== undefined) {
        readFour(look.paint, fine, change)
        cover(lab, change, onSkin, TEXTURE * (lightness - base))
      }
    }
    const onLips = view.lips[pixel] ?? 0
    if (onLips > 0) {
      readFour(look.lips, spot, change)
      tint(lab, change, onLips, onLips * shadeOf(lightness, change[3] ?? 0))
    }
    if (look.liner !== undefined) {
      readFour(look.liner, fine, change)
      darken(lab, change, open)
    }
    const moved = Math.abs((lab[0] ?? 0) - lightness) + Math.abs((lab[1] ?? 0) - a) + Math.abs((lab[2] ?? 0) - b)
    if (moved < INVISIBLE) continue
    fromLab(lab[0] ?? 0, lab[1] ?? 0, lab[2] ?? 0, rgb)
    const at = pixel * channels
    mask[pixel] = 255
    for (let channel = 0; channel < 3; channel++) data[at + channel] = (rgb[channel] ?? 0) * maximum + 0.5
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

function tint(lab: Float32Array, change: Float32Array, lightness: number, colour: number): void {
  lab[0] = (lab[0] ?? 0) + (change[0] ?? 0) * lightness
  lab[1] = (lab[1] ?? 0) + (change[1] ?? 0) * colour
  lab[2] = (lab[2] ?? 0) + (change[2] ?? 0) * colour
}

/** Lays opaque colour over; `drawing` holds L, a, b times the opacity, and the opacity. */
function cover(lab: Float32Array, drawing: Float32Array, weight: number, texture: number): void {
  const opacity = drawing[3] ?? 0
  if (opacity <= 0) return
  const [own, ownA, ownB] = [lab[0] ?? 0, lab[1] ?? 0, lab[2] ?? 0]
  lab[0] = own + ((drawing[0] ?? 0) + (texture - own) * opacity) * weight
  lab[1] = ownA + ((drawing[1] ?? 0) - ownA * opacity) * weight
  lab[2] = ownB + ((drawing[2] ?? 0) - ownB * opacity) * weight
}

/** Lays a line over where it is darker than what is there: lashes that a face already has stay as they are. */
function darken(lab: Float32Array, drawing: Float32Array, weight: number): void {
  const opacity = drawing[3] ?? 0
  if (opacity <= 0) return
  const own = lab[0] ?? 0
  const darker = Math.min(0, (drawing[0] ?? 0) / opacity - own)
  const share = weight * Math.min(1, -darker / 10)
  lab[0] = own + darker * opacity * weight
  lab[1] = (lab[1] ?? 0) + ((drawing[1] ?? 0) - (lab[1] ?? 0) * opacity) * share
  lab[2] = (lab[2] ?? 0) + ((drawing[2] ?? 0) - (lab[2] ?? 0) * opacity) * share
}

/** Hair, shadow and shine take less of a soft colour than the skin that it was made for. */
function shadeOf(lightness: number, base: number): number {
  const dark = Math.min(1, lightness / Math.max(1, 0.85 * base))
  const bright = lightness <= 88 ? 1 : 1 - 0.7 * Math.min(1, (lightness - 88) / 12)
  return dark * bright
}
