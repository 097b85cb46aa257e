import { SeededRandom } from './seeded-random.ts'
import type { TornReader } from './torn-readers.ts'

/** Longer than any reader may take over a small input, on a busy machine. */
const SLOW_MS = 5000

/** What became of one reader's mutants. */
export interface TornReport {
  readonly reader: string
  readonly mutants: number
  readonly accepted: number
  readonly refused: number
  readonly slowestMs: number
  /** What no reader may do, with the number of the mutant. */
  readonly faults: readonly string[]
}

/** Feeds a reader its mutants, one after another; the same seed gives the same ones. */
export async function tearReader(reader: TornReader, mutants: number, seed: number): Promise<TornReport> {
  let [accepted, refused, slowestMs] = [0, 0, 0]
  const faults: string[] = []
  for (let number = 0; number < mutants; number++) {
    // A generator of its own for each, so that one mutant can be had again without those before it.
    const bytes = reader.mutant(new SeededRandom(seed * 1_000_003 + number))
    const start = performance.now()
    try {
      await reader.read(bytes)
      accepted += 1
    } catch (error) {
      refused += 1
      if (!reader.refuses(error)) faults.push(`mutant ${number}: ${String(error)}`)
    }
    const took = performance.now() - start
    slowestMs = Math.max(slowestMs, took)
    if (took > SLOW_MS) faults.push(`mutant ${number}: took ${Math.round(took)} ms`)
  }
  return { reader: reader.name, mutants, accepted, refused, slowestMs, faults }
}
