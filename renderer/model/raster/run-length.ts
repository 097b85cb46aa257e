/**
 * PackBits-like run lengths: label maps are long runs, and this is fast enough for every stroke. A control byte
 * c ≤ 127 is followed by c + 1 literal bytes; c ≥ 128 by one byte repeated c − 125 times (3 .. 130).
 */
const SHORTEST_RUN = 3
const LONGEST_RUN = 130
const LONGEST_LITERAL = 128

/** Upper bound of the encoded size: one control byte per 128 literals. */
export function encodedBound(length: number): number {
  return length + Math.ceil(length / LONGEST_LITERAL)
}

/** Encodes into `out` from `offset`. @returns the offset behind the last byte written. */
export function encodeRunsInto(values: Uint8Array, out: Uint8Array, offset: number): number {
  let at = offset
  let literalStart = 0
  let index = 0
  const flushLiterals = (end: number): void => {
    while (literalStart < end) {
      const count = Math.min(LONGEST_LITERAL, end - literalStart)
      out[at] = count - 1
      out.set(values.subarray(literalStart, literalStart + count), at + 1)
      at += count + 1
      literalStart += count
    }
  }
  while (index < values.length) {
    const value = values[index] ?? 0
    let end = index + 1
    while (end < values.length && values[end] === value && end - index < LONGEST_RUN) end += 1
    const length = end - index
    if (length >= SHORTEST_RUN) {
      flushLiterals(index)
      out[at] = length + 125
      out[at + 1] = value
      at += 2
      literalStart = end
    }
    index = end
  }
  flushLiterals(values.length)
  return at
}

export function encodeRuns(values: Uint8Array): Uint8Array {
  const out = new Uint8Array(encodedBound(values.length))
  return out.slice(0, encodeRunsInto(values, out, 0))
}

/** Decodes `into.length` values from `offset`. @returns the offset behind the last byte read. @throws RangeError when the bytes end early. */
export function decodeRunsInto(encoded: Uint8Array, offset: number, into: Uint8Array): number {
  let at = offset
  let index = 0
  while (index < into.length) {
    const control = encoded[at]
    if (control === undefined) throw new RangeError('The run lengths end early.')
    if (control < LONGEST_LITERAL) {
      into.set(encoded.subarray(at + 1, at + 2 + control), index)
      index += control + 1
      at += control + 2
    } else {
      into.fill(encoded[at + 1] ?? 0, index, index + control - 125)
      index += control - 125
      at += 2
    }
  }
  return at
}

export function decodeRuns(encoded: Uint8Array, length: number): Uint8Array {
  const values = new Uint8Array(length)
  decodeRunsInto(encoded, 0, values)
  return values
}
