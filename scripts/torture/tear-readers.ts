import { SeededRandom } from './seeded-random.ts'
import type { TornReader } from './readers/torn-reader.ts'

/** Processor time that no reader may need for a small input, and how long it may take on the busiest machine. */
const SLOW_MS = 5000
const HUNG_MS = 60_000
/** How often progress is told, in mutants. */
const STEP = 500

/** What became of one reader's mutants. */
export interface TornReport {
  readonly reader: string
  readonly mutants: number
  readonly accepted: number
  readonly refused: number
  /** Of processor time. */
  readonly slowestMs: number
  /** What no reader may do, with the number of the mutant. */
  readonly faults: readonly string[]
}

/** Feeds a reader its mutants, one after another; the same seed gives the same ones. */
export async function tearReader(
  reader: TornReader,
  mutants: number,
  seed: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<TornReport> {
  let [accepted, refused, slowestMs] = [0, 0, 0]
  const faults: string[] = []
  for (let number = 0; number < mutants; number++) {
    if (number % STEP === 0) onProgress(number)
    // A generator of its own for each, so that one mutant can be had again without those before it.
    const bytes = reader.mutant(new SeededRandom(seed * 1_000_003 + number))
    const [start, used] = [performance.now(), process.cpuUsage()]
    try {
      await reader.read(bytes)
      accepted += 1
    } catch (error) {
      refused += 1
      if (!reader.refuses(error)) faults.push(`mutant ${number}: ${String(error)}`)
    }
    const { user, system } = process.cpuUsage(used)
    const needed = (user + system) / 1000
    slowestMs = Math.max(slowestMs, needed)
    if (needed > SLOW_MS) faults.push(`mutant ${number}: needed ${Math.round(needed)} ms`)
    else if (performance.now() - start > HUNG_MS) faults.push(`mutant ${number}: did not end in a minute`)
  }
  return { reader: reader.name, mutants, accepted, refused, slowestMs, faults }
}
