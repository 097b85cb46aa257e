import { damaged, truncated } from '../checkpoint-error.ts'

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Walks forward over bytes in memory; every step is checked. Numbers are little-endian unless said otherwise. */
export class ByteCursor {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #what: string
  #position: number

  /** `what` names the bytes in the error of a cursor that runs over their end. */
  constructor(bytes: Uint8Array, what: string, position = 0) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#what = what
    this.#position = position
  }

  get position(): number {
    return this.#position
  }

  #advance(length: number): number {
    const start = this.#position
    if (length > this.#bytes.length - start) throw truncated(this.#what)
    this.#position = start + length
    return start
  }

  skip(length: number): void {
    this.#advance(length)
  }

  uint8(): number {
    return this.#view.getUint8(this.#advance(1))
  }

  uint16(): number {
    return this.#view.getUint16(this.#advance(2), true)
  }

  uint32(): number {
    return this.#view.getUint32(this.#advance(4), true)
  }

  int32(): number {
    return this.#view.getInt32(this.#advance(4), true)
  }

  /** Beyond 2⁵³ the value is rounded: still far too large, which is all that callers test. */
  uint64(): number {
    return Number(this.#view.getBigUint64(this.#advance(8), true))
  }

  float64BigEndian(): number {
    return this.#view.getFloat64(this.#advance(8), false)
  }

  /** A view, not a copy. */
  bytes(length: number): Uint8Array {
    const start = this.#advance(length)
    return this.#bytes.subarray(start, start + length)
  }

  /** @throws CheckpointError `damaged` where the bytes are not UTF-8. */
  utf8(length: number): string {
    const bytes = this.bytes(length)
    try {
      return UTF8.decode(bytes)
    } catch (error) {
      if (error instanceof TypeError) throw damaged(`${this.#what} holds text that is not UTF-8`)
      throw error
    }
  }

  /** Text up to the next line feed, which is passed over. */
  line(longest: number): string {
    const start = this.#position
    const window = this.#bytes.subarray(start, start + longest + 1)
    const length = window.indexOf(0x0a)
    if (length === -1) {
      throw window.length <= longest ? truncated(this.#what) : damaged(`${this.#what} holds an endless name`)
    }
    const text = this.utf8(length)
    this.skip(1)
    return text
  }
}
