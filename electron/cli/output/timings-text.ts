import type { StageTiming } from '../../contract/generation-result.ts'
import { durationText } from './units.ts'

/** `exemplar 58 ms, layout 31 ms, match cached`. */
export function timingsText(timings: readonly StageTiming[]): string {
  return timings
    .map(({ stage, milliseconds, cached }) => `${stage} ${cached ? 'cached' : durationText(milliseconds)}`)
    .join(', ')
}

/** Milliseconds with one decimal, for JSON. */
export function roundTimings(timings: readonly StageTiming[]): readonly StageTiming[] {
  return timings.map((timing) => ({ ...timing, milliseconds: roundMilliseconds(timing.milliseconds) }))
}

export function roundMilliseconds(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}
