import { photoReadingSchema, type PhotoReading } from '../../../electron/contract/exemplar-reading.ts'
import { decodeMessage, encodeMessage } from '../../../electron/wire/binary-message.ts'
import { fromBase64, toBase64 } from '../../shared/lib/base64.ts'

/** No photo's reading is nearly as long as this, neither packed nor unpacked. */
const LONGEST_TEXT = 16 * 1024 * 1024
const MAXIMUM_BYTES = 64 * 1024 * 1024

/**
 * What a photo shows, whatever the kind of condition, as text for the JSON of a project: compressed bytes in base64.
 */
export async function readingText({ condition, picture }: PhotoReading): Promise<string> {
  const message = encodeMessage(picture === undefined ? { condition } : { condition, picture })
  return toBase64(await collected(new Blob([message]).stream().pipeThrough(new CompressionStream('deflate-raw'))))
}

/** @returns undefined for a text that this version cannot read; the photo is then read again */
export async function readingFromText(text: string): Promise<PhotoReading | undefined> {
  if (text.length > LONGEST_TEXT) return undefined
  try {
    const packed = new Blob([fromBase64(text)]).stream()
    const message = await collected(packed.pipeThrough(new DecompressionStream('deflate-raw')))
    return photoReadingSchema.safeParse(decodeMessage(message)).data
  } catch {
    return undefined
  }
}

/** @throws RangeError for more bytes than any reading has, because a small text can unpack to very many */
async function collected(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > MAXIMUM_BYTES) {
      await reader.cancel()
      throw new RangeError('The reading unpacks to more than a reading can be.')
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
