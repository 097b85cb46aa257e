import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

import { storedAnnotatorManifestSchema } from '../../electron/contract/annotator-manifest.ts'
import { storedPackManifestSchema } from '../../electron/contract/stored-pack-manifest.ts'
import type { GraphDescription } from '../../electron/contract/pack-stage.ts'
import { OnnxRuntime } from '../../electron/inference/runtime/onnx-runtime.ts'
import { readManifest } from '../../electron/packs/read-manifest.ts'
import { verifyGraphFile } from '../../electron/packs/verify-graph-file.ts'
import { graphDrift } from './graph-drift.ts'

/** Every committed pack and annotator, the tests' own included: a stale fixture would test a pack that nobody ships. */
const PACK_FOLDERS = ['models/packs', 'test/fixtures/packs']
const ANNOTATOR_FOLDERS = ['models/annotators']

const runtime = new OnnxRuntime()

/**
 * Loads every graph that is committed and compares length, checksum, names, types and shapes with its manifest.
 *
 * @param root The repository's root.
 * @returns One sentence per disagreement, and how many graphs were looked at.
 */
export async function checkPacks(
  root: string,
): Promise<{ readonly complaints: readonly string[]; readonly graphs: number }> {
  const complaints: string[] = []
  const checks = [
    ...foldersIn(root, PACK_FOLDERS).map((folder) => ({ folder, stages: packStages(folder) })),
    ...foldersIn(root, ANNOTATOR_FOLDERS).map((folder) => ({ folder, stages: annotatorStages(folder) })),
  ]
  let graphs = 0
  for (const { folder, stages } of checks) {
    for (const stage of await stages) {
      graphs += 1
      const found = await stageComplaints(folder, stage)
      complaints.push(...found.map((complaint) => `${path.relative(root, folder)}: ${complaint}`))
    }
  }
  return { complaints, graphs }
}

function foldersIn(root: string, parents: readonly string[]): readonly string[] {
  return parents
    .map((parent) => path.join(root, parent))
    .filter((parent) => existsSync(parent))
    .flatMap((parent) => readdirSync(parent).map((name) => path.join(parent, name)))
    .filter((folder) => existsSync(path.join(folder, 'manifest.json')))
}

async function packStages(folder: string): Promise<readonly GraphDescription[]> {
  return (await readManifest(folder, storedPackManifestSchema)).stages
}

async function annotatorStages(folder: string): Promise<readonly GraphDescription[]> {
  return [(await readManifest(folder, storedAnnotatorManifestSchema)).graph]
}

async function stageComplaints(folder: string, stage: GraphDescription): Promise<readonly string[]> {
  try {
    const file = await verifyGraphFile(folder, stage)
    const session = await runtime.createSession(file, { provider: 'cpu', threads: 1 })
    const complaints = graphDrift(stage, session)
    await session.dispose()
    return complaints
  } catch (error) {
    // A missing, changed or unreadable graph is a finding too, and the other graphs are still checked.
    return [error instanceof Error ? error.message : String(error)]
  }
}
