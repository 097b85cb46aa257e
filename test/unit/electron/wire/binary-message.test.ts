import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMessage, encodeMessage } from '../../../../electron/wire/binary-message.ts'

const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array({ maxLength: 40 }),
  fc.uint16Array({ maxLength: 10 }),
  fc.float32Array({ maxLength: 10, noNaN: true }),
)
const key = fc.string({ maxLength: 6 }).filter((name) => name !== '$bytes' && name !== '__proto__')
const value = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(key, tie('node'), { maxKeys: 4 }),
  ),
})).node

describe('a value with typed arrays as one run of bytes', () => {
  // Bug it would catch: arrays that overlap, lose their alignment or come back as another type.
  it('comes back as it was', () => {
    fc.assert(
      fc.property(value, (inner) => {
        expect(decodeMessage(encodeMessage({ inner }))).toEqual({ inner })
      }),
      { numRuns: 300 },
    )
  })

  it('comes back from a view into a larger buffer, as its own copy', () => {
    const message = encodeMessage({ pixels: Uint8Array.of(1, 2, 3) })
    const larger = new Uint8Array(message.length + 20)
    larger.set(message, 13)
    const decoded = decodeMessage(larger.subarray(13, 13 + message.length)) as { pixels: Uint8Array }
    larger.fill(0)
    expect([...decoded.pixels]).toEqual([1, 2, 3])
  })

  // Bug it would catch: arrays that are views of memory which Node shares with other messages (`Buffer.slice` copies nothing).
  it('comes back from a Buffer as its own copy, exactly as long as it is', () => {
    const message = encodeMessage({ warp: Float32Array.of(1, 2, 3), pixels: Uint8Array.of(1, 2, 3) })
    const buffer = Buffer.from(message)
    const decoded = decodeMessage(buffer) as { warp: Float32Array; pixels: Uint8Array }
    buffer.fill(0)
    expect([[...decoded.warp], [...decoded.pixels]]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ])
    expect([decoded.warp.buffer.byteLength, decoded.pixels.buffer.byteLength]).toEqual([12, 3])
    expect(Buffer.isBuffer(decoded.pixels)).toBe(false)
  })

  // Bug it would catch: a message of a megabyte that asks for it ten thousand times.
  it('is refused when its arrays overlap', () => {
    const marks = Array.from({ length: 3 }, () => ({ $bytes: [0, 8, 'uint8'] }))
    const json = new TextEncoder().encode(JSON.stringify(marks))
    const start = Math.ceil((4 + json.length) / 8) * 8
    const message = new Uint8Array(start + 16)
    new DataView(message.buffer).setUint32(0, json.length, true)
    message.set(json, 4)
    expect(() => decodeMessage(message)).toThrow(/damaged/)
  })

  it('may be a Buffer of Node’s inside', () => {
    expect(decodeMessage(encodeMessage({ bytes: Buffer.from('abc') }))).toEqual({ bytes: Uint8Array.of(97, 98, 99) })
  })

  it.each([
    ['a function', { f: () => 1 }],
    ['a symbol', { s: Symbol('x') }],
    ['another kind of array', { a: Int16Array.of(1) }],
    ['our own mark', { a: { $bytes: [0, 4, 'uint8'] } }],
    ['a bigint', { b: 1n }],
  ])('is refused with %s inside', (_what, unsendable) => {
    expect(() => encodeMessage(unsendable)).toThrow(TypeError)
  })

  // Bug it would catch: a page that reads beyond a message, or a message that brings the server down.
  it('is refused wherever it was cut or changed, and never read beyond', () => {
    const message = encodeMessage({ text: 'hello', pixels: new Uint8Array(64).fill(7) })
    for (let length = 0; length < message.length; length++) {
      expect(() => decodeMessage(message.subarray(0, length))).toThrow()
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        try {
          decodeMessage(noise)
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      }),
    )
  })

  it.each([
    [[0, 1000, 'uint8']],
    [[-8, 4, 'uint8']],
    [[0, 3, 'float32']],
    [[0, 4, 'int16']],
    [[0.5, 4, 'uint8']],
    ['text'],
  ])('is refused when an array is said to lie at %j', (place) => {
    const json = new TextEncoder().encode(JSON.stringify({ a: { $bytes: place } }))
    const message = new Uint8Array(Math.ceil((4 + json.length) / 8) * 8 + 16)
    new DataView(message.buffer).setUint32(0, json.length, true)
    message.set(json, 4)
    expect(() => decodeMessage(message)).toThrow(/damaged/)
  })
})
