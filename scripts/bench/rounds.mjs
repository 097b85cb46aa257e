import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os'

import { root } from '../setup/repository.mjs'

/**
 * @typedef {import('./measurement.mjs').Measurement} Measurement
 * @typedef {import('./measurement.mjs').RunSuite} RunSuite
 *
 * A measurement over all rounds: the quietest time or size, the middle ratio.
 * @typedef {Measurement & { rounds: readonly number[], met?: boolean }} JudgedMeasurement
 *
 * @typedef {object} Report
 * @property {string} suite
 * @property {string} date
 * @property {Readonly<Record<string, string | number>>} machine
 * @property {Readonly<Record<string, string | number>>} facts
 * @property {readonly JudgedMeasurement[]} measurements
 */

/**
 * Runs a suite several times. Noise from other programs only ever adds time, so the lowest value of all rounds is
 * nearest to what the program itself needs; ratios compare two times of one round, so the middle one counts.
 *
 * @param {string} suite
 * @param {number} rounds
 * @param {RunSuite} run
 * @returns {Promise<Report>}
 */
export async function runRounds(suite, rounds, run) {
  /** @type {import('./measurement.mjs').SuiteResult[]} */
  const results = []
  for (let round = 1; round <= rounds; round++) {
    results.push(
      await run({ root, progress: (text) => showProgress(`${suite}, round ${round} of ${rounds}: ${text}`) }),
    )
  }
  showProgress('')
  const [first] = results
  const measurements = (first?.measurements ?? []).map((measurement) => {
    const values = results.flatMap((result) =>
      result.measurements.filter(({ name }) => name === measurement.name).map(({ value }) => value),
    )
    return judged(measurement, values)
  })
  return { suite, date: new Date().toISOString(), machine: machine(), facts: first?.facts ?? {}, measurements }
}

/**
 * @param {Measurement} measurement
 * @param {readonly number[]} rounds
 * @returns {JudgedMeasurement}
 */
export function judged(measurement, rounds) {
  const sorted = rounds.toSorted((a, b) => a - b)
  const value = sorted[measurement.unit === 'ratio' ? sorted.length >> 1 : 0] ?? Number.NaN
  const { limit } = measurement
  return { ...measurement, value, rounds, ...(limit === undefined ? {} : { met: value <= limit }) }
}

/** @returns {Readonly<Record<string, string | number>>} */
function machine() {
  return {
    platform: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    node: process.versions.node,
  }
}

/** @param {string} text Replaces what was shown before; nothing is shown outside a terminal. */
function showProgress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text.slice(0, process.stderr.columns - 1)}`)
}
