import { describe, expect, it } from 'vitest'
import { compareEngines, comparisonTable } from '../../../../scripts/official/compare-engines.ts'
import type { OfficialMeasurement } from '../../../../scripts/official/official-measurement.ts'

type Engine = OfficialMeasurement['engine']

function measurement(engine: Engine, stroke: number, changes: Partial<OfficialMeasurement> = {}): OfficialMeasurement {
  return {
    engine,
    loadMilliseconds: 1000,
    firstPictureMilliseconds: 4000,
    strokeMilliseconds: [stroke, stroke, stroke * 50],
    strokeProcessorMilliseconds: [2 * stroke],
    peakBytes: 2e9,
    ...changes,
  }
}

const pytorch = measurement('pytorch', 10_000)
const dense = measurement('dense', 6000)
const ours = measurement('stages', 3900, { peakBytes: 1e9 })
const int8 = measurement('int8', 3000)
const verdicts = (...printed: readonly unknown[]): readonly boolean[] =>
  compareEngines([...printed, int8]).demands.map(([, met]) => met)

describe('compareEngines', () => {
  // Catches a mean instead of a median: one stroke that another program interrupted must not decide.
  it('judges by medians over all rounds', () => {
    expect(verdicts(pytorch, dense, ours, measurement('stages', 4000, { peakBytes: 1e9 }))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(compareEngines([pytorch, dense, ours, int8]).summaries.stages.stroke).toBe(3900)
  })

  it('misses each demand by itself', () => {
    expect(verdicts(measurement('pytorch', 9700), dense, ours)).toEqual([false, true, true, true, true])
    expect(verdicts(pytorch, measurement('dense', 5800), ours)).toEqual([true, false, true, true, true])
    expect(verdicts(pytorch, dense, { ...ours, peakBytes: 2e9 })).toEqual([true, true, true, false, true])
    expect(verdicts(measurement('pytorch', 9000), dense, measurement('stages', 3000, { peakBytes: 1e9 }))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(verdicts(measurement('pytorch', 8900), dense, measurement('stages', 3000, { peakBytes: 1e9 }))).toEqual([
      true,
      true,
      false,
      true,
      true,
    ])
    expect(verdicts(pytorch, dense, { ...ours, loadMilliseconds: 1001 })).toEqual([true, true, true, true, false])
  })

  it('says which demand was missed, beside a table of all engines', () => {
    const table = comparisonTable(compareEngines([pytorch, dense, { ...ours, peakBytes: 3e9 }, int8]))
    expect(table).toContain('| the imported pack | 5.0 s | 3.9 s | 7.8 s | 3000 MB |')
    expect(table).toContain('MISSED: less memory than both')
  })

  it('refuses output that is no measurement', () => {
    expect(() => compareEngines([{ engine: 'pytorch' }])).toThrow()
  })
})
