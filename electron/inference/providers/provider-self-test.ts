import { CocanvasError } from '../../contract/error-codes.ts'
import type { ExecutionProvider, SelfTestReport, SelfTestRow } from '../../contract/execution-provider.ts'

/** One provider's picture of the test scene (float32 values in −1..1) and the median time it took. */
export interface ProviderMeasurement {
  readonly picture: Float32Array
  readonly milliseconds: number
}

/** Half-precision providers differ from the CPU by rounding; more than this on average is a wrong picture. */
export const MEAN_DIFFERENCE_LIMIT = 0.02

/** A gain below this is not worth a driver's risks. */
export const REQUIRED_SPEED_UP = 1.2

/**
 * Measures each candidate with the same scene and chooses the fastest whose picture agrees with the CPU's.
 * @param candidates the CPU first; it must pass, or the pack itself does not run
 * @param measure runs one provider; rejects when it cannot
 * @throws CocanvasError when the CPU fails
 */
export async function selfTest(
  packId: string,
  candidates: readonly ExecutionProvider[],
  measure: (provider: ExecutionProvider) => Promise<ProviderMeasurement>,
): Promise<SelfTestReport> {
  const reference = await measure('cpu')
  const rows: SelfTestRow[] = [row('cpu', 'passed', reference.milliseconds, 0)]
  for (const provider of candidates.filter((candidate) => candidate !== 'cpu')) {
    try {
      const { picture, milliseconds } = await measure(provider)
      const difference = meanDifference(picture, reference.picture)
      rows.push(
        row(provider, difference <= MEAN_DIFFERENCE_LIMIT ? 'passed' : 'wrong-result', milliseconds, difference),
      )
    } catch (error) {
      if (!(error instanceof CocanvasError)) throw error
      rows.push({ provider, outcome: 'failed', message: `${provider} does not run here.` })
    }
  }
  return { packId, rows, chosen: fastest(rows) }
}

function fastest(rows: readonly SelfTestRow[]): ExecutionProvider {
  const passed = rows.filter(({ outcome }) => outcome === 'passed')
  const cpu = passed.find(({ provider }) => provider === 'cpu')?.milliseconds ?? 0
  const worthwhile = passed.filter(({ milliseconds }) => (milliseconds ?? Infinity) * REQUIRED_SPEED_UP <= cpu)
  const [best] = worthwhile.sort((a, b) => (a.milliseconds ?? 0) - (b.milliseconds ?? 0))
  return best?.provider ?? 'cpu'
}

function row(
  provider: ExecutionProvider,
  outcome: 'passed' | 'wrong-result',
  milliseconds: number,
  meanDifference: number,
): SelfTestRow {
  const verdict = outcome === 'passed' ? 'gives the right picture' : 'gives a wrong picture'
  const message = `${provider} ${verdict} in ${milliseconds.toFixed(0)} ms.`
  return { provider, outcome, milliseconds, meanDifference: Math.min(meanDifference, 2), message }
}

/** Mean absolute difference; two units, the whole range, where a value is no number or the lengths differ. */
function meanDifference(picture: Float32Array, reference: Float32Array): number {
  if (picture.length !== reference.length) return 2
  let sum = 0
  for (let i = 0; i < picture.length; i++) sum += Math.abs((picture[i] ?? 0) - (reference[i] ?? 0))
  return Number.isFinite(sum) ? sum / picture.length : 2
}
