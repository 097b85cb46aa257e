import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { PackManifest } from '../../contract/pack-manifest.ts'
import { STAGE_ORDER, type PackStage, type StageName } from '../../contract/pack-stage.ts'
import { denseModel } from '../graphs/dense/dense-model.ts'
import { writeModel } from '../graphs/onnx/write-model.ts'
import type { OfficialNetworks } from '../graphs/stages/official-networks.ts'
import { progressCounter, type ReportProgress } from './conversion-progress.ts'
import { constantBytes, convertStage, stageGraphs } from './convert-stages.ts'
import { describePack } from './describe-pack.ts'
import type { RunGraph } from './graph-runner.ts'
import { modelCard } from './model-card.ts'
import { selfTestInputs } from './self-test-inputs.ts'
import { feedsOf, judgeSelfTest, runStages, type SelfTestResult } from './self-test.ts'
import type { SourceFile } from './source-file.ts'

/** A pack to be written into an empty folder. */
export interface PackPlan {
  readonly folder: string
  readonly id: string
  readonly networks: OfficialNetworks
  readonly sources: readonly SourceFile[]
}

interface Surroundings {
  readonly run: RunGraph
  readonly signal: AbortSignal
  readonly report: ReportProgress
}

type StageGraphs = ReturnType<typeof stageGraphs>

/** Writes graphs, manifest and card, and runs the self-test. The manifest comes last, so that it describes what is there. */
export async function writePack(plan: PackPlan, surroundings: Surroundings): Promise<PackManifest> {
  const { folder, networks, sources, id } = plan
  const { variant, precision } = networks
  const graphs = stageGraphs(networks)
  const stages = await writeStages(graphs, folder, surroundings)
  const selfTest = await testPack(graphs, plan, surroundings)
  const manifest = describePack({ id, variant, precision, stages, sources, selfTest })
  await writeFile(join(folder, 'card.md'), modelCard(manifest, sources), { flush: true })
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`, { flush: true })
  return manifest
}

async function writeStages(
  graphs: StageGraphs,
  folder: string,
  { signal, report }: Surroundings,
): Promise<Record<StageName, PackStage>> {
  const total = STAGE_ORDER.reduce((sum, stage) => sum + constantBytes(graphs[stage]), 0)
  const onBytes = progressCounter(report, 'writing graphs', total)
  const convert = (stage: StageName): Promise<PackStage> =>
    convertStage(stage, graphs[stage], folder, { signal, onBytes })
  return {
    exemplar: await convert('exemplar'),
    layout: await convert('layout'),
    match: await convert('match'),
    generate: await convert('generate'),
    correspondence: await convert('correspondence'),
  }
}

/** The dense graph is always float32: fp16 packs are judged against the network, not against its rounding. */
async function testPack(
  graphs: StageGraphs,
  { folder, networks }: PackPlan,
  { run, signal, report }: Surroundings,
): Promise<SelfTestResult> {
  const count = progressCounter(report, 'testing the pack', STAGE_ORDER.length + 2)
  const inputs = selfTestInputs(networks.variant)
  const checked: RunGraph = (file, feeds) => {
    signal.throwIfAborted()
    return run(file, feeds)
  }
  const staged = await runStages(folder, graphs, inputs, checked, () => {
    count(1)
  })
  const dense = denseModel({ ...networks, precision: 'fp32' })
  const file = join(folder, 'dense-reference.onnx')
  await writeModel(dense, file, { signal })
  count(1)
  const expected = await checked(file, feedsOf(dense, inputs))
  await rm(file)
  count(1)
  return judgeSelfTest(staged, expected, networks.precision)
}
