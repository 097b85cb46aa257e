/**
 * A received message whose small arrays no longer hold the memory that it came in. Node hands arrays of bytes on as views of the
 * whole message, and copies wider ones that are not aligned in it: a photo of 16 bits would be held twice, in its own memory and
 * in the message, for as long as the labels beside it are needed.
 */
export function ownArrays(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return isSmallPart(value) ? copyOf(value) : value
  if (Array.isArray(value)) return value.map(ownArrays)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]: [string, unknown]) => [key, ownArrays(part)]))
}

/** What is at least half of a message stays in it: copying that would save nothing. */
function isSmallPart({ byteLength, buffer }: ArrayBufferView): boolean {
  return byteLength < buffer.byteLength / 2
}

function copyOf(view: ArrayBufferView): ArrayBufferView {
  if (view instanceof Uint8Array) return new Uint8Array(view)
  if (view instanceof Uint16Array) return new Uint16Array(view)
  return view instanceof Float32Array ? new Float32Array(view) : view
}
