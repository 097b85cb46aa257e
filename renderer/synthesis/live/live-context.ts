import { providedContext } from '../../shared/lib/provided-context.ts'
import type { ReadonlyObservable } from '../../shared/lib/observable.ts'
import type { LiveMode, LiveState } from './live-state.ts'

/** The switches of the live loop, and its present state. */
export interface LiveControl {
  readonly state: ReadonlyObservable<LiveState>
  readonly renderNow: () => void
  readonly togglePause: () => void
  /** Remembered for the next start. */
  readonly setMode: (mode: LiveMode) => void
}

export const [LiveContext, useLive] = providedContext<LiveControl>('live loop')
