import type { PackStage, StageName } from '../contract/pack-stage.ts'
import { STAGE_ORDER } from '../contract/pack-stage.ts'
import type { InstalledPack } from './installed-pack.ts'
import { verifyGraphFile } from './verify-graph-file.ts'

/** The stages a pack has, in running order. */
export function presentStages(pack: InstalledPack): readonly (readonly [StageName, PackStage])[] {
  return STAGE_ORDER.flatMap((name) => {
    const stage = pack.manifest.stages[name]
    return stage === undefined ? [] : [[name, stage] as const]
  })
}

/** Checks every graph file of a pack against its manifest. @throws CocanvasError `pack-broken` for the first fault. */
export async function verifyPack(pack: InstalledPack): Promise<void> {
  for (const [, stage] of presentStages(pack)) await verifyGraphFile(pack.folder, stage)
}
