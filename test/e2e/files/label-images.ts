import { writeFileSync } from 'node:fs'
import { encode } from 'fast-png'

/** The side of the images that specs import. */
const SIDE = 64

/** A picture of horizontal bands, top first, as an 8-bit grey PNG. */
export function greyBands(values: readonly number[]): Uint8Array {
  return encode({ width: SIDE, height: SIDE, channels: 1, depth: 8, data: bands(values.map((value) => [value])) })
}

/** The same as an RGB PNG. @param colours 0xRRGGBB */
export function colourBands(colours: readonly number[]): Uint8Array {
  const pixels = colours.map((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff])
  return encode({ width: SIDE, height: SIDE, channels: 3, depth: 8, data: bands(pixels) })
}

/** The same as an indexed PNG whose palette says nothing about classes. */
export function indexedBands(values: readonly number[]): Uint8Array {
  const palette = Array.from({ length: 256 }, (_, index) => [index, 255 - index, 128])
  return encode({
    width: SIDE,
    height: SIDE,
    channels: 1,
    depth: 8,
    palette,
    data: bands(values.map((value) => [value])),
  })
}

/** A picture with more values than any data set has classes. */
export function colourNoise(): Uint8Array {
  const data = Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, index) => (index * 2_654_435_761) >>> 24)
  return encode({ width: SIDE, height: SIDE, channels: 3, depth: 8, data })
}

function bands(pixels: readonly (readonly number[])[]): Uint8Array {
  const rows = Array.from({ length: SIDE }, (_, y) => pixels[Math.floor((y * pixels.length) / SIDE)] ?? [])
  return Uint8Array.from(rows.flatMap((pixel) => Array.from({ length: SIDE }, () => pixel).flat()))
}

export function write(path: string, bytes: Uint8Array): string {
  writeFileSync(path, bytes)
  return path
}
