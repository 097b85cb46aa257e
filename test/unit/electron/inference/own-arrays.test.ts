import { deserialize, serialize } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { ownArrays } from '../../../../electron/inference/own-arrays.ts'

/** A message as Node's channel hands it on: its arrays of bytes are views of all of it. */
function received(message: unknown): unknown {
  return deserialize(serialize(message))
}

/** All memory that the arrays of a value hold, each piece once. */
function heldBytes(value: unknown, seen = new Set<ArrayBufferLike>()): number {
  if (ArrayBuffer.isView(value)) {
    if (seen.has(value.buffer)) return 0
    seen.add(value.buffer)
    return value.buffer.byteLength
  }
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, part: unknown) => sum + heldBytes(part, seen), 0)
}

describe('ownArrays', () => {
  // Bug it would catch: a photo of 16 bits that is held twice, because labels beside it keep the message that it came in.
  it.each([0, 1])('lets go of a message that holds a photo of 16 bits, wherever in it that lies (%i)', (shift) => {
    const message = {
      type: 'generate',
      pad: 'x'.repeat(shift),
      request: {
        photo: { width: 500, height: 100, channels: 3, data: new Uint16Array(150_000).map((_, at) => at % 60_000) },
        after: { width: 50, height: 10, data: new Uint8Array(500).fill(7) },
        borrowed: [{ classId: 3, weights: Float32Array.of(1.5, 2.5) }],
      },
    }
    const owned = ownArrays(received(message))
    expect(owned).toEqual(message)
    expect(heldBytes(owned)).toBeLessThan(1.1 * 300_000)
  })

  it('does not copy a photo of 8 bits, which fills its message', () => {
    const photo = { data: new Uint8Array(1_000_000) }
    const message = received({ photo, after: new Uint8Array(500) })
    expect(heldBytes(ownArrays(message))).toBeLessThan(1_002_000)
  })
})
