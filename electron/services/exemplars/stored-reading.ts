import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { photoReadingSchema, type PhotoReading } from '../../contract/exemplar-reading.ts'
import { decodeMessage, encodeMessage } from '../../wire/binary-message.ts'

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** More than any reading that was ever written, packed or unpacked. */
export const MAXIMUM_READING_BYTES = 128 * 1024 * 1024

/** A reading as the bytes of a file: a message of electron/wire, deflated. Any kind of condition fits. */
export async function encodeReading({ condition, picture, unsuited }: PhotoReading): Promise<Uint8Array> {
  const optional = { ...(picture === undefined ? {} : { picture }), ...(unsuited === undefined ? {} : { unsuited }) }
  return deflate(encodeMessage({ condition, ...optional }))
}

/** @returns undefined for bytes that this version cannot read; the photo is then read again. */
export async function decodeReading(bytes: Uint8Array): Promise<PhotoReading | undefined> {
  try {
    const message = await inflate(bytes, { maxOutputLength: MAXIMUM_READING_BYTES })
    return photoReadingSchema.safeParse(decodeMessage(message)).data
  } catch {
    return undefined
  }
}
