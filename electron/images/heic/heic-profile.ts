const ASCII = new TextDecoder('latin1')

/** Boxes that only hold other boxes on the way to the colour description, and the bytes before their content. */
const CONTAINERS = new Map([
  ['meta', 4],
  ['iprp', 0],
  ['ipco', 0],
])

/**
 * The ICC profile of a HEIC file, or undefined where it names its colours by number. The file is a tree of boxes (ISO/IEC
 * 14496-12, 4.2); the profile lies in `meta/iprp/ipco/colr` (ISO/IEC 23008-12, 6.5.5). All pictures of a camera's file share one.
 */
export function heicProfile(bytes: Uint8Array): Uint8Array | undefined {
  for (const { type, content } of boxes(bytes)) {
    if (type === 'colr' && /^(prof|rICC)$/.test(ASCII.decode(content.subarray(0, 4)))) return content.slice(4)
    const skipped = CONTAINERS.get(type)
    const found = skipped === undefined ? undefined : heicProfile(content.subarray(skipped))
    if (found !== undefined) return found
  }
  return undefined
}

function* boxes(bytes: Uint8Array): Generator<{ readonly type: string; readonly content: Uint8Array }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let position = 0; position + 8 <= bytes.length;) {
    const length = view.getUint32(position)
    // 0 and 1 mean "to the end" and "64 bits long"; only the pixels' box is ever so, and it comes after the description.
    if (length < 8) return
    const type = ASCII.decode(bytes.subarray(position + 4, position + 8))
    yield { type, content: bytes.subarray(position + 8, position + length) }
    position += length
  }
}
