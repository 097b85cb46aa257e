import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { GraphDescription } from '../../contract/pack-stage.ts'
import { denseModel } from '../graphs/dense/dense-model.ts'
import type { GraphModel } from '../graphs/onnx/graph-model.ts'
import { writeModel } from '../graphs/onnx/write-model.ts'
import type { OfficialNetworks } from '../graphs/stages/official-networks.ts'
import { OFFICIAL_STAGES, type OfficialStage } from '../graphs/stages/official-stage.ts'
import { progressCounter, type ReportProgress } from './conversion-progress.ts'
import { constantBytes, convertStage, stageGraphs } from './convert-stages.ts'
import { describePack } from './describe-pack.ts'
import type { GraphTensors, RunGraph } from './graph-runner.ts'
import { modelCard } from './model-card.ts'
import { selfTestInputs } from './self-test-inputs.ts'
import { judgeSelfTest, type SelfTestResult } from './judge-self-test.ts'
import { feedsOf, requireDeclared, runStages } from './run-stages.ts'
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
): Promise<Record<OfficialStage, GraphDescription>> {
  const total = OFFICIAL_STAGES.reduce((sum, stage) => sum + constantBytes(graphs[stage]), 0)
  const count = progressCounter(report, 'writing graphs', total)
  const convert = (stage: OfficialStage): Promise<GraphDescription> => {
    count(stage, 0)
    return convertStage(stage, graphs[stage], folder, {
      signal,
      onBytes: (bytes) => {
        count(stage, bytes)
      },
    })
  }
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
  const count = progressCounter(report, 'testing the pack', OFFICIAL_STAGES.length + 1)
  const inputs = selfTestInputs(networks.variant)
  const counted = async (part: string, file: string, graph: GraphModel, known: GraphTensors): Promise<GraphTensors> => {
    signal.throwIfAborted()
    count(part, 0)
    const outputs = await run(file, feedsOf(graph, known), signal)
    count(part, 1)
    requireDeclared(graph, outputs)
    return outputs
  }
  const staged = await runStages(inputs, (stage, known) =>
    counted(stage, join(folder, `${stage}.onnx`), graphs[stage], known),
  )
  const dense = denseModel({ ...networks, precision: 'fp32' })
  const file = join(folder, 'dense-reference.onnx')
  await writeModel(dense, file, { signal })
  const expected = await counted('the whole network', file, dense, inputs)
  await rm(file)
  return judgeSelfTest(staged, expected, networks.precision)
}
