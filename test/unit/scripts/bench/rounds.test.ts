import { expect, it } from 'vitest'
import type { SuiteResult } from '../../../../scripts/bench/measurement.mjs'
import { reportTable } from '../../../../scripts/bench/report-table.mjs'
import { runRounds } from '../../../../scripts/bench/rounds.mjs'

/** A suite whose rounds give the values one after the other. */
function suiteOf(...rounds: readonly { picture: number; ratio: number }[]) {
  const left = [...rounds]
  return (): Promise<SuiteResult> => {
    const { picture, ratio } = left.shift() ?? { picture: Number.NaN, ratio: Number.NaN }
    return Promise.resolve({
      facts: { threads: 2 },
      measurements: [
        { name: 'picture', unit: 'milliseconds', value: picture, limit: 160, aim: 80 },
        { name: 'ratio', unit: 'ratio', value: ratio },
        { name: 'memory', unit: 'bytes', value: 800 * 1024 ** 2, limit: 700 * 1024 ** 2 },
      ],
    })
  }
}

it('takes the quietest time and the middle ratio of all rounds, and keeps every round', async () => {
  const suite = suiteOf({ picture: 300, ratio: 1 }, { picture: 120, ratio: 9 }, { picture: 150, ratio: 3 })
  const report = await runRounds('engine', 3, suite)
  expect(report.measurements.slice(0, 2)).toEqual([
    { name: 'picture', unit: 'milliseconds', value: 120, limit: 160, aim: 80, rounds: [300, 120, 150], met: true },
    // The quietest of three ratios would be that of the round in which the rival was disturbed least and we most.
    { name: 'ratio', unit: 'ratio', value: 3, rounds: [1, 9, 3] },
  ])
})

it('prints what was measured, one line each, and marks a missed limit', async () => {
  const text = reportTable(await runRounds('engine', 1, suiteOf({ picture: 96.4, ratio: 2.5 })))
  expect(text.split('\n')).toEqual([
    'bench engine: threads 2',
    'picture   96 ms  limit 160 ms  aim 80 ms',
    'ratio    2.50 ×',
    'memory   800 MB  limit 700 MB             MISSED',
  ])
})
