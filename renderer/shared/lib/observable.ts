import { Emitter } from './emitter.ts'

/** A value that reports its changes, for `useSyncExternalStore` as well as for plain listeners. */
export interface ReadonlyObservable<Value> {
  readonly get: () => Value
  readonly subscribe: (listener: () => void) => () => void
}

export class Observable<Value> implements ReadonlyObservable<Value> {
  readonly #changed = new Emitter()
  #value: Value

  constructor(value: Value) {
    this.#value = value
  }

  readonly get = (): Value => this.#value
  readonly subscribe = this.#changed.subscribe

  set(value: Value): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    this.#changed.emit()
  }

  dispose(): void {
    this.#changed.dispose()
  }
}
