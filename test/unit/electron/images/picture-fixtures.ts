import { deflateSync } from 'node:zlib'
import { crc32 } from './crc32.ts'
import type { PackClass } from '../../../../electron/contract/pack-facts.ts'
import type { RgbImage } from '../../../../electron/contract/rgb-image.ts'

/** Four classes, one of them with an alias, in easily told colours. */
export const CLASSES: readonly PackClass[] = [
  { id: 0, name: 'other', colour: [0, 0, 0], channel: 0, aliases: [] },
  { id: 3, name: 'sky', colour: [80, 150, 230], channel: 1, aliases: [] },
  { id: 10, name: 'grass', colour: [60, 160, 60], channel: 2, aliases: [] },
  { id: 22, name: 'water', colour: [20, 60, 140], channel: 3, aliases: [{ id: 29, name: 'lake' }] },
]

/** A smooth colour picture that compresses like a photo: every pixel differs from its neighbours. */
export function gradientImage(width: number, height: number): RgbImage {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data.set([(x * 255) / width, (y * 255) / height, ((x * 7 + y * 3) % 64) + 96], (y * width + x) * 3)
    }
  }
  return { width, height, data }
}

/** One PNG chunk with its length and checksum. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A PNG written chunk by chunk, so that tests control depth, colour type and a size the pixels do not back. */
export function handMadePng(header: {
  width: number
  height: number
  bitDepth: number
  colourType: number
  rows?: readonly Uint8Array[]
  palette?: Uint8Array
}): Buffer {
  const ihdr = Buffer.alloc(13)
  ihdr.writeUInt32BE(header.width, 0)
  ihdr.writeUInt32BE(header.height, 4)
  ihdr[8] = header.bitDepth
  ihdr[9] = header.colourType
  const scanlines = Buffer.concat((header.rows ?? []).map((row) => Buffer.concat([Buffer.from([0]), row])))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', ihdr),
    ...(header.palette === undefined ? [] : [pngChunk('PLTE', header.palette)]),
    pngChunk('IDAT', deflateSync(scanlines)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}
