import { packManifestSchema, type PackManifest, type PackStages } from '../../contract/pack-manifest.ts'
import type { OfficialTaskId } from '../architecture/official-task.ts'
import type { OfficialVariant } from '../architecture/official-variant.ts'
import { conditionEncoding } from '../graphs/conditions/condition-input.ts'
import { PICTURE_SIDE } from '../graphs/conditions/modulating-map.ts'
import type { Precision } from '../graphs/graph-builder.ts'
import { GRID_STRIDE, TEMPERATURE } from '../graphs/layers/matching-grid.ts'

import { CHECKPOINT_LICENCE, licenceNotice } from './licence-notice.ts'
import { packClasses } from './pack-classes.ts'
import type { SelfTestResult } from './judge-self-test.ts'
import type { SourceFile } from './source-file.ts'

const PACK_TASKS: Readonly<Record<OfficialTaskId, PackManifest['task']>> = {
  ade20k: 'labels',
  celebahq: 'masks',
  celebahqedge: 'edges',
  deepfashion: 'pose',
}

/** All that a manifest says beyond what the variant implies. */
export interface PackFacts {
  readonly id: string
  readonly variant: OfficialVariant
  readonly precision: Precision
  readonly stages: PackStages
  readonly sources: readonly SourceFile[]
  readonly selfTest: SelfTestResult
}

/** The manifest of an imported pack, checked against the schema that readers use. */
export function describePack({ id, variant, precision, stages, sources, selfTest }: PackFacts): PackManifest {
  const { task } = variant
  return packManifestSchema.parse({
    formatVersion: 1,
    id,
    version: '1.0.0',
    task: PACK_TASKS[task.id],
    title: packTitle(variant),
    condition: { encoding: conditionEncoding(task), channels: task.conditionChannels },
    classes: packClasses(task.id),
    sizes: {
      native: PICTURE_SIDE,
      multiple: PICTURE_SIDE,
      min: PICTURE_SIDE,
      max: PICTURE_SIDE,
      fixed: { width: PICTURE_SIDE, height: PICTURE_SIDE },
    },
    normalisation: { layout: 'nchw', channels: 'rgb', range: [-1, 1] },
    stages,
    grid: { stride: GRID_STRIDE },
    temperature: TEMPERATURE,
    licence: { name: CHECKPOINT_LICENCE, notice: licenceNotice(task.id) },
    provenance: {
      summary: `Converted by Cocanvas from a CoCosNet checkpoint pair (${variant.id}), weights stored as ${precision}.`,
      sources: sources.map(({ name, sha256 }) => ({ name, sha256 })),
    },
    selfTestDigest: selfTest.digest,
    metrics: {
      selfTestWarpMeanDifference: selfTest.warpMeanDifference,
      selfTestPictureMeanDifference: selfTest.pictureMeanDifference,
    },
  })
}

/** What the pack is called in lists. */
export function packTitle({ task, exemplarMixture }: OfficialVariant): string {
  return `CoCosNet, ${task.title}${exemplarMixture === 'noise' ? ' without exemplar labels' : ''}`
}
