import { useSyncExternalStore } from 'react'

import type { ReadonlyObservable } from './observable.ts'

/** The value now, rendered again when it changes. */
export function useObservable<Value>(observable: ReadonlyObservable<Value>): Value {
  return useSyncExternalStore(observable.subscribe, observable.get)
}
