import { createHash } from 'node:crypto'

/** A part of a content key: short text, a number, or the bytes of an array. */
export type ContentPart = string | number | Uint8Array | Float32Array

/** SHA-256 over the parts, as hex. Every part carries its kind and length, so that ('ab','c') and ('a','bc') differ. */
export function contentKey(...parts: readonly ContentPart[]): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    if (typeof part === 'object') hash.update(`bytes:${part.byteLength};`).update(part)
    else hash.update(`${typeof part}:${String(part).length};`).update(String(part))
  }
  return hash.digest('hex')
}
