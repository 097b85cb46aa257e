/**
 * Plain values with typed arrays as one run of bytes, for transports and files that know no structured clone:
 * a little-endian uint32 with the length of a JSON text, the text, then the arrays, each begun at a multiple of 8.
 * In the JSON an array is `{"$bytes": [offset, length, type]}`; objects that use that key themselves are refused.
 */
type ArrayType = 'uint8' | 'uint16' | 'float32'

const MARK = '$bytes'
const HEADER_BYTES = 4
const ALIGNMENT = 8

/** @throws TypeError for what cannot travel: functions, symbols, bigints, cyclic values, other typed arrays. */
export function encodeMessage(value: object): Uint8Array<ArrayBuffer> {
  const arrays: { offset: number; array: ArrayBufferView }[] = []
  let end = 0
  const text = JSON.stringify(value, function (this: unknown, key: string, shown: unknown) {
    // The holder's own value: a Node Buffer would already be JSON in `shown`.
    const original: unknown = isObject(this) ? Reflect.get(this, key) : shown
    if (typeof original === 'function' || typeof original === 'symbol') throw new TypeError(`${key} cannot be sent`)
    if (ArrayBuffer.isView(original)) {
      const offset = aligned(end)
      end = offset + original.byteLength
      arrays.push({ offset, array: original })
      return { [MARK]: [offset, original.byteLength, typeOf(original, key)] }
    }
    if (isObject(shown) && MARK in shown) throw new TypeError(`${MARK} is reserved`)
    return shown
  })
  const json = new TextEncoder().encode(text)
  const start = aligned(HEADER_BYTES + json.length)
  const message = new Uint8Array(start + end)
  new DataView(message.buffer).setUint32(0, json.length, true)
  message.set(json, HEADER_BYTES)
  for (const { offset, array } of arrays) {
    message.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + offset)
  }
  return message
}

/** Decodes a message; its arrays are copies that share no memory with it. @throws Error for anything but a whole message. */
export function decodeMessage(message: Uint8Array): unknown {
  if (message.length < HEADER_BYTES) throw new Error('The message is cut short.')
  const jsonLength = new DataView(message.buffer, message.byteOffset, message.byteLength).getUint32(0, true)
  if (HEADER_BYTES + jsonLength > message.length) throw new Error('The message is cut short.')
  const text = new TextDecoder('utf-8', { fatal: true }).decode(
    message.subarray(HEADER_BYTES, HEADER_BYTES + jsonLength),
  )
  const body = message.subarray(aligned(HEADER_BYTES + jsonLength))
  let copied = 0
  return JSON.parse(text, (_key, value: unknown) => {
    const revived = revive(value, body)
    // Arrays never share their place: a small message cannot ask for the same megabytes again and again.
    if (ArrayBuffer.isView(revived)) copied += revived.byteLength
    if (copied > body.length) throw new Error('The message is damaged.')
    return revived
  })
}

function revive(value: unknown, body: Uint8Array): unknown {
  if (!isObject(value) || !(MARK in value)) return value
  const mark: unknown = value[MARK]
  if (!Array.isArray(mark)) throw new Error('The message is damaged.')
  const place: readonly unknown[] = mark
  const [offset, length, type] = place
  if (!isCount(offset) || !isCount(length) || offset + length > body.length) throw new Error('The message is damaged.')
  // Not `slice`: that of a Node Buffer is a view of memory that many share.
  const bytes = new Uint8Array(length)
  bytes.set(body.subarray(offset, offset + length))
  if (type === 'uint8') return bytes
  if (type === 'uint16' && length % Uint16Array.BYTES_PER_ELEMENT === 0) return new Uint16Array(bytes.buffer)
  if (type === 'float32' && length % Float32Array.BYTES_PER_ELEMENT === 0) return new Float32Array(bytes.buffer)
  throw new Error('The message is damaged.')
}

function typeOf(array: ArrayBufferView, key: string): ArrayType {
  if (array instanceof Uint8Array) return 'uint8'
  if (array instanceof Uint16Array) return 'uint16'
  if (array instanceof Float32Array) return 'float32'
  throw new TypeError(`${key} is an array of a kind that cannot be sent`)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT
}
