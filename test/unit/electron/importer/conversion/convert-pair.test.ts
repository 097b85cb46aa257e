import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runGraphOnce } from '../../../../../electron/cli/importing/run-graph-once.ts'
import type { ConversionProgress } from '../../../../../electron/importer/conversion/conversion-progress.ts'
import { convertPair, type ConvertedPack } from '../../../../../electron/importer/conversion/convert-pair.ts'
import type { RunGraph } from '../../../../../electron/importer/conversion/graph-runner.ts'

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/official')

/** Each conversion runs the networks at full picture size. */
const PATIENCE = 120_000

let packs = ''
beforeEach(async () => {
  packs = await mkdtemp(join(tmpdir(), 'cocanvas-convert-'))
})
afterEach(async () => {
  await rm(packs, { recursive: true })
})

interface Surroundings {
  readonly run?: RunGraph
  readonly signal?: AbortSignal
  readonly report?: (progress: ConversionProgress) => void
}

function convert({ run = runGraphOnce, signal, report }: Surroundings = {}): Promise<ConvertedPack> {
  return convertPair(
    {
      correspondence: join(FIXTURES, 'small_net_Corr.pth'),
      generator: join(FIXTURES, 'small_net_G.pth'),
      precision: 'fp32',
      folder: (variant) => join(packs, variant),
      confirmLicence: () => Promise.resolve(true),
    },
    { run, signal: signal ?? new AbortController().signal, report: report ?? (() => undefined) },
  )
}

/** Runs graphs, and changes every value of one output of one graph. */
function changing(graph: string, output: string, change: (value: number) => number): RunGraph {
  return async (file, feeds, signal) => {
    const outputs = new Map(await runGraphOnce(file, feeds, signal))
    const tensor = outputs.get(output)
    if (file.includes(graph) && tensor?.dtype === 'float32')
      outputs.set(output, { ...tensor, data: tensor.data.map(change) })
    return outputs
  }
}

describe('convertPair', () => {
  it(
    'tells what it does, file by file and stage by stage, and never counts backwards or beyond the end',
    async () => {
      const seen: ConversionProgress[] = []
      await convert({ report: (progress) => seen.push(progress) })
      const parts = [...new Set(seen.map(({ step, part }) => `${step}: ${part}`))]
      expect(parts).toEqual([
        'checking the files: small_net_Corr.pth',
        'checking the files: small_net_G.pth',
        ...['exemplar', 'layout', 'match', 'generate', 'correspondence'].map((stage) => `writing graphs: ${stage}`),
        ...['exemplar', 'layout', 'match', 'generate', 'correspondence'].map((stage) => `testing the pack: ${stage}`),
        'testing the pack: the whole network',
      ])
      for (const step of new Set(seen.map((progress) => progress.step))) {
        const counts = seen.filter((progress) => progress.step === step)
        expect(counts.map(({ done }) => done)).toEqual(counts.map(({ done }) => done).sort((a, b) => a - b))
        expect(counts.at(-1)?.done).toBe(counts.at(-1)?.total)
      }
    },
    PATIENCE,
  )

  it.each(['checking the files', 'writing graphs', 'testing the pack'] as const)(
    'stops while %s and leaves nothing behind',
    async (step) => {
      const controller = new AbortController()
      const reason = new Error('the user has had enough')
      const report = (progress: ConversionProgress): void => {
        if (progress.step === step) controller.abort(reason)
      }
      await expect(convert({ signal: controller.signal, report })).rejects.toBe(reason)
      expect(await readdir(packs)).toEqual([])
    },
    PATIENCE,
  )

  it.each([
    ['weights that give no picture', changing('generate', 'picture', () => Number.NaN), 'weights are damaged'],
    ['values out of range', changing('generate', 'picture', (value) => value * 3), 'weights are damaged'],
    ['stages that are another network', changing('match', 'warp', (value) => -value), 'differ from the network'],
  ])(
    'writes no pack for %s',
    async (_, run, complaint) => {
      await expect(convert({ run })).rejects.toThrow(complaint)
      expect(await readdir(packs)).toEqual([])
    },
    PATIENCE,
  )

  it(
    'writes no pack whose graphs give other shapes than its manifest says',
    async () => {
      const run: RunGraph = async (file, feeds, signal) => {
        const outputs = new Map(await runGraphOnce(file, feeds, signal))
        const scales = outputs.get('exemplar_scales')
        if (scales?.dtype === 'float32') outputs.set('exemplar_scales', { ...scales, shape: [scales.data.length] })
        return outputs
      }
      await expect(convert({ run })).rejects.toThrow('gives exemplar_scales as [4160] where [1,4160] was declared')
      expect(await readdir(packs)).toEqual([])
    },
    PATIENCE,
  )
})
