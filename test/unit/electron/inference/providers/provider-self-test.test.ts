import { describe, expect, it } from 'vitest'
import { CocanvasError } from '../../../../../electron/contract/error-codes.ts'
import type { ExecutionProvider } from '../../../../../electron/contract/execution-provider.ts'
import { selfTest, type ProviderMeasurement } from '../../../../../electron/inference/providers/provider-self-test.ts'

const cpu: ProviderMeasurement = { picture: Float32Array.of(0, 0.5), milliseconds: 100 }

async function chosenOf(
  webgpu: ProviderMeasurement | 'fails',
): Promise<{ chosen: ExecutionProvider; outcome?: string }> {
  const report = await selfTest('fake', ['cpu', 'webgpu'], (provider) => {
    if (provider === 'cpu') return Promise.resolve(cpu)
    return webgpu === 'fails' ? Promise.reject(new CocanvasError('provider-failed', 'No.')) : Promise.resolve(webgpu)
  })
  const outcome = report.rows.find(({ provider }) => provider === 'webgpu')?.outcome
  return outcome === undefined ? { chosen: report.chosen } : { chosen: report.chosen, outcome }
}

describe('selfTest', () => {
  it('chooses a faster provider that gives the right picture', async () => {
    expect(await chosenOf({ picture: Float32Array.of(0.01, 0.5), milliseconds: 20 })).toEqual({
      chosen: 'webgpu',
      outcome: 'passed',
    })
  })

  // A fast wrong answer is the typical failure of a GPU driver.
  it.each([
    ['wrong', Float32Array.of(0.5, 0.5)],
    ['not a number', Float32Array.of(NaN, 0.5)],
    ['of another size', Float32Array.of(0)],
  ])('never chooses a provider whose picture is %s', async (_, picture) => {
    expect(await chosenOf({ picture, milliseconds: 1 })).toEqual({ chosen: 'cpu', outcome: 'wrong-result' })
  })

  it('stays on the CPU for a small gain', async () => {
    expect(await chosenOf({ picture: cpu.picture, milliseconds: 90 })).toEqual({ chosen: 'cpu', outcome: 'passed' })
  })

  it('reports a provider that fails and goes on', async () => {
    expect(await chosenOf('fails')).toEqual({ chosen: 'cpu', outcome: 'failed' })
  })
})
