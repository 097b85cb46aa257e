import type { ByteRange } from '../bytes/byte-range.ts'
import { readBytes, type ByteSource } from '../bytes/byte-source.ts'
import { CheckpointError, SAVE_STATE_DICT } from '../checkpoint-error.ts'
import { ELEMENT_BYTES } from './element-type.ts'
import type { ReadOptions } from './read-options.ts'
import { walksForward, type WalkAxis } from './strided-walk.ts'
import { spannedElements, type TensorDescriptor } from './tensor-descriptor.ts'

const WINDOW_BYTES = 4 * 1024 * 1024
const SHORTEST_BYTES = 16 * 1024

/** Views whose axes overlap are read back and forth, so all that they view must fit in memory. */
const LARGEST_OVERLAP = 64 * 1024 * 1024

/** A stretch of a storage in memory, moved forward as a strided tensor is walked. Offsets are from the tensor's. */
export class StorageWindow {
  readonly #source: ByteSource
  readonly #options: ReadOptions
  readonly #elementBytes: number
  readonly #firstByte: number
  readonly #spanBytes: number
  readonly #windowBytes: number
  #undisclosed = 0

  /** The bytes in memory. */
  view = new DataView(new ArrayBuffer(0))
  /** Bytes of the tensor's span that lie before `view`. */
  start = 0

  /** @throws CheckpointError `unsupported` for overlapping views that are too large to hold. */
  constructor(
    source: ByteSource,
    range: ByteRange,
    tensor: TensorDescriptor,
    axes: readonly WalkAxis[],
    options: ReadOptions,
  ) {
    this.#source = source
    this.#options = options
    this.#elementBytes = ELEMENT_BYTES[tensor.storage.elementType]
    this.#firstByte = range.position + tensor.offset * this.#elementBytes
    this.#spanBytes = spannedElements(tensor) * this.#elementBytes
    const forward = walksForward(axes)
    if (!forward && this.#spanBytes > LARGEST_OVERLAP) {
      const message = `it holds a large tensor whose rows overlap, which no network needs; ${SAVE_STATE_DICT}.`
      throw new CheckpointError('unsupported', message)
    }
    this.#windowBytes = forward ? Math.min(WINDOW_BYTES, this.#spanBytes) : this.#spanBytes
  }

  covers(firstElement: number, lastElement: number): boolean {
    const first = firstElement * this.#elementBytes
    const end = (lastElement + 1) * this.#elementBytes
    return first >= this.start && end <= this.start + this.view.byteLength
  }

  /** How many steps of `axis` to take from one window: as many as fit, but one where most bytes would be skipped. */
  longestRun(axis: WalkAxis): number {
    if (axis.from === 0) return axis.size
    if (axis.from * this.#elementBytes >= SHORTEST_BYTES) return 1
    return Math.floor((this.#windowBytes - this.#elementBytes) / (axis.from * this.#elementBytes)) + 1
  }

  /** Loads the stretch from one element to another and, where the walk is dense, what follows it. */
  async moveTo(firstElement: number, lastElement: number): Promise<void> {
    this.#options.signal?.throwIfAborted()
    this.#disclose()
    const whole = this.#windowBytes === this.#spanBytes
    const start = whole ? 0 : firstElement * this.#elementBytes
    const needed = (lastElement + 1) * this.#elementBytes - start
    const wanted = whole ? this.#spanBytes : Math.max(needed, this.#readAhead(start))
    const length = Math.min(wanted, this.#windowBytes, this.#spanBytes - start)
    const bytes = await readBytes(this.#source, this.#firstByte + start, length, "a tensor's data")
    this.view = new DataView(bytes.buffer)
    this.start = start
  }

  /** Doubles while windows follow one another; a walk that skips (one column of a matrix) reads little around. */
  #readAhead(start: number): number {
    const adjoins = start <= this.start + this.view.byteLength
    return adjoins ? Math.max(SHORTEST_BYTES, 2 * this.view.byteLength) : SHORTEST_BYTES
  }

  /** Notes progress, told when the window moves. */
  countElements(count: number): void {
    this.#undisclosed += count
  }

  finish(): void {
    this.#disclose()
  }

  #disclose(): void {
    if (this.#undisclosed > 0) this.#options.onBytes?.(this.#undisclosed * this.#elementBytes)
    this.#undisclosed = 0
  }
}
