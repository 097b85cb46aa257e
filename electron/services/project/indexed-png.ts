import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { LabelMap } from '../../contract/label-map.ts'
import { crc32 } from '../../files/checksum.ts'

const compress = promisify(deflate)

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** Fast enough to save twenty 1024² layers within the half second a save may take; labels compress well anyway. */
const COMPRESSION_LEVEL = 4

/**
 * A label map as an 8-bit indexed PNG (index = class id) through Node's native deflate.
 *
 * @param palette 256 × 3 bytes; grey shades when absent.
 */
export async function encodeIndexedPng(labels: LabelMap, palette = greyPalette()): Promise<Uint8Array> {
  const { width, height, data } = labels
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  // 8 bits, palette, deflate, the five standard filters, not interlaced.
  header.set([8, 3, 0, 0, 0], 8)
  // Each row begins with its filter; 'none' suits indices, whose differences mean nothing.
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const pixels = await compress(rows, { level: COMPRESSION_LEVEL })
  return concatenate([
    SIGNATURE,
    ...chunk('IHDR', header),
    ...chunk('PLTE', palette),
    ...chunk('IDAT', pixels),
    ...chunk('IEND', new Uint8Array()),
  ])
}

function chunk(type: string, content: Uint8Array): readonly Uint8Array[] {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, content.length)
  const name = new TextEncoder().encode(type)
  const checksum = new Uint8Array(4)
  new DataView(checksum.buffer).setUint32(0, crc32(name, content))
  return [length, name, content, checksum]
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let position = 0
  for (const part of parts) {
    whole.set(part, position)
    position += part.length
  }
  return whole
}

function greyPalette(): Uint8Array {
  return Uint8Array.from({ length: 768 }, (_, index) => Math.floor(index / 3))
}
