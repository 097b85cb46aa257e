import type { ByteCursor } from '../bytes/byte-cursor.ts'
import { CheckpointError, damaged } from '../checkpoint-error.ts'
import type { PickleTuple, PickleValue } from './pickle-value.ts'

/** What the pickle's references to the outside mean. Both throw CheckpointError for what is not allowed. */
export interface PickleCalls {
  /** Whether `name` ('module.attribute') may be referred to at all; throws where not. */
  requireAllowed(name: string): void
  call(name: string, parameters: PickleTuple): PickleValue
  persistent(id: PickleValue): PickleValue
}

/** Containers that one pickle may build. A state dict needs five a tensor. */
const MOST_CONTAINERS = 400_000

/** The pickle machine's stack, marks and memo; every access is checked. */
export class PickleState {
  readonly cursor: ByteCursor
  readonly calls: PickleCalls
  readonly #stack: PickleValue[] = []
  readonly #marks: number[] = []
  readonly #memo = new Map<number, PickleValue>()
  #containers = 0

  constructor(cursor: ByteCursor, calls: PickleCalls) {
    this.cursor = cursor
    this.calls = calls
  }

  push(value: PickleValue): void {
    this.#stack.push(value)
  }

  /** Pushes a new container and counts it: one byte of a pickle can ask for hundreds of ours. */
  pushContainer(value: PickleValue): void {
    this.#containers += 1
    if (this.#containers > MOST_CONTAINERS) {
      const message = 'the file describes far more objects than any network has; check which file this is.'
      throw new CheckpointError('too-large', message)
    }
    this.#stack.push(value)
  }

  pop(): PickleValue {
    const value = this.#stack.length > this.#floor() ? this.#stack.pop() : undefined
    if (value === undefined) throw damaged('its pickle takes a value that is not there')
    return value
  }

  top(): PickleValue {
    const value = this.#stack.length > this.#floor() ? this.#stack.at(-1) : undefined
    if (value === undefined) throw damaged('its pickle refers to a value that is not there')
    return value
  }

  #floor(): number {
    return this.#marks.at(-1) ?? 0
  }

  mark(): void {
    this.#marks.push(this.#stack.length)
  }

  /** Takes back everything since the last mark. */
  popToMark(): PickleValue[] {
    const mark = this.#marks.pop()
    if (mark === undefined) throw damaged('its pickle ends a group that it never began')
    return this.#stack.splice(mark)
  }

  memoise(index: number): void {
    this.#memo.set(index, this.top())
  }

  /** Protocol 4: under the next free number. */
  memoiseNext(): void {
    this.memoise(this.#memo.size)
  }

  recall(index: number): void {
    const value = this.#memo.get(index)
    if (value === undefined) throw damaged('its pickle recalls a value that it never stored')
    this.#stack.push(value)
  }

  /** The only value left at the end. */
  result(): PickleValue {
    const value = this.pop()
    if (this.#stack.length > 0 || this.#marks.length > 0) throw damaged('its pickle ends with values left over')
    return value
  }
}
