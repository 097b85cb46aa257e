import { emptyPlanes, type LabPlanes } from '../colour/lab-planes.ts'
import { blur } from '../filters/blur.ts'
import { doublePlane } from '../filters/double-plane.ts'
import { halvePlane } from '../filters/halve-plane.ts'
import type { DrawnLayer } from '../layers/drawn-layers.ts'
import type { MakeupLayers } from '../layers/makeup-layers.ts'
import { partZones } from '../uv/part-zones.ts'
import { SOFT_SIDE, UV_PIXELS } from '../uv/uv-frame.ts'

/**
 * Make-up as bytes, before they are packed (little-endian): six numbers (tone; how well skin, eyes and lips were seen) as
 * float32, soft colours as int16 in 1/64 of a unit of L*a*b* (skin at 64², eyes and lips at 128²), then liner and paint at
 * 512² as four bytes a place: opacity, L, a + 128, b + 128.
 *
 * It holds no photo: soft colours are blurred beyond recognition and kept only where they are worn, drawn ones only where
 * something is drawn.
 */
const HALVINGS = { skin: 2, eyes: 1, lips: 1 } as const
const SOFT_PARTS = ['skin', 'eyes', 'lips'] as const
const CHANNELS = ['lightness', 'a', 'b'] as const
const DRAWN_PARTS = ['liner', 'paint'] as const
const STEP = 1 / 64
const HEADER_BYTES = 24

function softPixels(part: (typeof SOFT_PARTS)[number]): number {
  return (SOFT_SIDE >> HALVINGS[part]) ** 2
}

/** Length of every preset's bytes. */
export const PRESET_BYTES =
  HEADER_BYTES +
  SOFT_PARTS.reduce((sum, part) => sum + softPixels(part) * CHANNELS.length * 2, 0) +
  DRAWN_PARTS.length * UV_PIXELS * 4

export function presetBytes({ soft, ...drawn }: MakeupLayers): Uint8Array {
  const bytes = new Uint8Array(PRESET_BYTES)
  const view = new DataView(bytes.buffer)
  const { tone, seen } = soft
  const numbers = [tone.lightness, tone.a, tone.b, seen.skin, seen.eyes, seen.lips]
  for (const [at, value] of numbers.entries()) view.setFloat32(at * 4, value, true)
  let at = HEADER_BYTES
  for (const part of SOFT_PARTS) {
    const zone = zoneOf(part)
    for (const channel of CHANNELS) {
      let plane: Float32Array = soft[part][channel].map((value, index) => ((zone?.[index] ?? 1) > 0.001 ? value : 0))
      for (let level = 0, side = SOFT_SIDE; level < HALVINGS[part]; level++, side >>= 1) plane = halvePlane(plane, side)
      for (const value of plane) {
        view.setInt16(at, Math.round(Math.min(500, Math.max(-500, value)) / STEP), true)
        at += 2
      }
    }
  }
  for (const part of DRAWN_PARTS) {
    writeDrawing(drawn[part], bytes, at)
    at += UV_PIXELS * 4
  }
  return bytes
}

/** @throws RangeError for bytes of another length, or numbers that are none */
export function presetLayers(bytes: Uint8Array): MakeupLayers {
  if (bytes.length !== PRESET_BYTES) throw new RangeError(`a preset has ${PRESET_BYTES} bytes`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const numbers = Array.from({ length: 6 }, (_, at) => view.getFloat32(at * 4, true))
  if (!numbers.every((value) => Number.isFinite(value) && Math.abs(value) <= 200))
    throw new RangeError('a preset begins with six numbers')
  const [lightness = 0, a = 0, b = 0, skin = 0, eyes = 0, lips = 0] = numbers
  let at = HEADER_BYTES
  const readPlane = (part: (typeof SOFT_PARTS)[number]): Float32Array => {
    let plane: Float32Array = new Float32Array(softPixels(part))
    for (let index = 0; index < plane.length; index++, at += 2) plane[index] = view.getInt16(at, true) * STEP
    for (let side = SOFT_SIDE >> HALVINGS[part]; side < SOFT_SIDE; side *= 2) plane = doublePlane(plane, side)
    return plane
  }
  const readSoft = (part: (typeof SOFT_PARTS)[number]): LabPlanes => {
    const [first, second, third] = [readPlane(part), readPlane(part), readPlane(part)]
    return { lightness: first, a: second, b: third }
  }
  const soft = {
    tone: { lightness, a, b },
    seen: { skin, eyes, lips },
    skin: readSoft('skin'),
    eyes: readSoft('eyes'),
    lips: readSoft('lips'),
  }
  return { soft, liner: readDrawing(bytes, at), paint: readDrawing(bytes, at + UV_PIXELS * 4) }
}

/** Where a soft colour can be worn; undefined = everywhere. */
function zoneOf(part: (typeof SOFT_PARTS)[number]): Float32Array | undefined {
  return part === 'skin' ? undefined : blur(partZones(SOFT_SIDE)[part], SOFT_SIDE, 6)
}

function writeDrawing({ colours, alpha }: DrawnLayer, bytes: Uint8Array, start: number): void {
  for (let index = 0; index < UV_PIXELS; index++) {
    const opacity = Math.round((alpha[index] ?? 0) * 255)
    if (opacity === 0) continue
    const at = start + index * 4
    bytes[at] = opacity
    bytes[at + 1] = byte((colours.lightness[index] ?? 0) * 2.55)
    bytes[at + 2] = byte((colours.a[index] ?? 0) + 128)
    bytes[at + 3] = byte((colours.b[index] ?? 0) + 128)
  }
}

function readDrawing(bytes: Uint8Array, start: number): DrawnLayer {
  const colours = emptyPlanes(UV_PIXELS)
  const alpha = new Float32Array(UV_PIXELS)
  for (let index = 0; index < UV_PIXELS; index++) {
    const at = start + index * 4
    const opacity = bytes[at] ?? 0
    if (opacity === 0) continue
    alpha[index] = opacity / 255
    colours.lightness[index] = (bytes[at + 1] ?? 0) / 2.55
    colours.a[index] = (bytes[at + 2] ?? 0) - 128
    colours.b[index] = (bytes[at + 3] ?? 0) - 128
  }
  return { colours, alpha }
}

function byte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)))
}
