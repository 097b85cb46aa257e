import { useSyncExternalStore } from 'react'

import type { ReadonlyObservable } from './observable.ts'

/** The present value; the component renders again when it changes. */
export function useObservable<Value>(observable: ReadonlyObservable<Value>): Value {
  return useSyncExternalStore(observable.subscribe, observable.get)
}
