/** One chunk of a PNG: its type and the bytes of the whole chunk, with length and checksum. */
export interface PngChunk {
  readonly type: string
  readonly whole: Uint8Array
  readonly data: Uint8Array
}

export const PNG_SIGNATURE_BYTES = 8
/** Length, type and checksum around a chunk's data. */
const FRAME_BYTES = 12

/** The chunks of a PNG in order, as far as they are whole; nothing of them has been checked. */
export function readPngChunks(bytes: Uint8Array): readonly PngChunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: PngChunk[] = []
  for (let position = PNG_SIGNATURE_BYTES; position + FRAME_BYTES <= bytes.length;) {
    const length = view.getUint32(position)
    const end = position + FRAME_BYTES + length
    if (end > bytes.length) break
    const type = String.fromCharCode(...bytes.subarray(position + 4, position + 8))
    chunks.push({ type, whole: bytes.subarray(position, end), data: bytes.subarray(position + 8, end - 4) })
    position = end
  }
  return chunks
}
