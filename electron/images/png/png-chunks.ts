import { crc32 } from '../../files/checksum.ts'

/** One chunk of a PNG whose checksum is right. */
interface PngChunk {
  readonly type: string
  readonly data: Uint8Array
}

export const PNG_SIGNATURE_BYTES = 8
/** Length, type and checksum around a chunk's data. */
const FRAME_BYTES = 12

/**
 * The chunks of a PNG in order. A last chunk that is cut short is left out; whether the rest is enough is for the caller to say.
 *
 * @returns undefined when a chunk's checksum is wrong
 */
export function readPngChunks(bytes: Uint8Array): readonly PngChunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: PngChunk[] = []
  for (let position = PNG_SIGNATURE_BYTES; position + FRAME_BYTES <= bytes.length;) {
    const length = view.getUint32(position)
    const end = position + FRAME_BYTES + length
    if (end > bytes.length) break
    if (crc32(bytes.subarray(position + 4, end - 4)) !== view.getUint32(end - 4)) return undefined
    const type = String.fromCharCode(...bytes.subarray(position + 4, position + 8))
    chunks.push({ type, data: bytes.subarray(position + 8, end - 4) })
    if (type === 'IEND') break
    position = end
  }
  return chunks
}
