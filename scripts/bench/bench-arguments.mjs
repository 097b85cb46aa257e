import { SetupError } from '../setup/run-command.mjs'

export const BENCH_HELP = `npm run bench [-- SUITE …] [--rounds N] [--check] [--document]

Measures, prints a table per suite and writes dist/reports/bench-SUITE.json; without a name, every suite runs.

  --rounds N   how often a suite is run, 3 unless given; of each time the quietest round counts
  --check      exit with 1 when a limit is missed
  --document   put the figures into docs/performance.md

Other programs on the same cores are measured too. On a busy Linux machine: sudo chrt --rr 10 npm run bench`

const DEFAULT_ROUNDS = 3
const MOST_ROUNDS = 50

/**
 * @typedef {object} BenchArguments
 * @property {boolean} help
 * @property {readonly string[]} names Suites to run.
 * @property {number} rounds
 * @property {boolean} check Whether a missed limit is a failure.
 * @property {boolean} document Whether the figures go into docs/performance.md.
 */

/**
 * @param {readonly string[]} argv
 * @param {readonly string[]} known Names of all suites.
 * @returns {BenchArguments}
 * @throws {SetupError} for what it does not understand.
 */
export function readBenchArguments(argv, known) {
  const names = []
  let rounds = DEFAULT_ROUNDS
  let check = false
  let document = false
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? ''
    if (word === '--help' || word === '-h') return { help: true, names: [], rounds, check, document }
    if (word === '--check') check = true
    else if (word === '--document') document = true
    else if (word === '--rounds') rounds = readRounds(argv[++index])
    else if (known.includes(word)) names.push(word)
    else throw new SetupError(`bench knows no ${word}; name some of its suites: ${known.join(', ')}.`, 2)
  }
  return { help: false, names: names.length === 0 ? known : names, rounds, check, document }
}

/** @param {string | undefined} text */
function readRounds(text) {
  const rounds = Number(text)
  if (Number.isInteger(rounds) && rounds >= 1 && rounds <= MOST_ROUNDS) return rounds
  throw new SetupError(`--rounds needs a whole number from 1 to ${MOST_ROUNDS}.`, 2)
}
