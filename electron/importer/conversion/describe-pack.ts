import type { ConditionKind } from '../../contract/condition-kind.ts'
import { packManifestSchema, type PackManifest } from '../../contract/pack-manifest.ts'
import type { InputRole } from '../../contract/recipes/models/synthesis-manifest.ts'
import type { GraphDescription } from '../../contract/pack-stage.ts'
import type { OfficialTaskId } from '../architecture/official-task.ts'
import type { OfficialVariant } from '../architecture/official-variant.ts'
import { conditionEncoding } from '../graphs/conditions/condition-input.ts'
import { PICTURE_SIDE } from '../graphs/conditions/modulating-map.ts'
import type { Precision } from '../graphs/graph-builder.ts'
import { GRID_STRIDE, TEMPERATURE } from '../graphs/layers/matching-grid.ts'

import { OFFICIAL_STAGES, type OfficialStage } from '../graphs/stages/official-stage.ts'
import { CHECKPOINT_LICENCE, licenceNotice } from './licence-notice.ts'
import { packClasses } from './pack-classes.ts'
import type { SelfTestResult } from './judge-self-test.ts'
import type { SourceFile } from './source-file.ts'

const CONDITION_KINDS: Readonly<Record<OfficialTaskId, ConditionKind>> = {
  ade20k: 'labels',
  celebahq: 'masks',
  celebahqedge: 'edges',
  deepfashion: 'pose',
}

/** What the authors' networks make, in words for users. */
const DESCRIPTIONS: Readonly<Record<OfficialTaskId, string>> = {
  ade20k: 'Paints rooms, streets and landscapes of 256 × 256 pixels from painted classes, in the manner of a photo.',
  celebahq:
    'Paints a face of 256 × 256 pixels from painted parts such as skin, hair and lips, in the manner of another face.',
  celebahqedge: 'Paints a face of 256 × 256 pixels from drawn lines, in the manner of another face.',
  deepfashion: 'Paints a dressed person of 256 × 256 pixels in a pose, with the clothes of a person in a photo.',
}

/** What a stroke leaves as it was, and the match for questions about correspondences. */
const KEPT_STAGES: ReadonlySet<OfficialStage> = new Set(['exemplar', 'layout', 'match'])

/** The inputs of the graphs that no other graph makes. */
const INPUT_ROLES: readonly (readonly [string, InputRole])[] = [
  ['condition', 'condition'],
  ['exemplar', 'exemplar'],
  ['exemplar_condition', 'exemplar-condition'],
  ['noise', 'noise'],
  ['temperature', 'temperature'],
  ['query', 'query'],
]

/** All that a manifest says beyond what the variant implies. */
export interface PackFacts {
  readonly id: string
  readonly variant: OfficialVariant
  readonly precision: Precision
  readonly stages: Readonly<Record<OfficialStage, GraphDescription>>
  readonly sources: readonly SourceFile[]
  readonly selfTest: SelfTestResult
}

/** The manifest of an imported pack, checked against the schema that readers use. */
export function describePack({ id, variant, precision, stages, sources, selfTest }: PackFacts): PackManifest {
  const { task } = variant
  return packManifestSchema.parse({
    formatVersion: 2,
    recipe: 'exemplar-synthesis',
    id,
    version: '1.0.0',
    title: packTitle(variant),
    description: DESCRIPTIONS[task.id],
    conditions: [
      { kind: CONDITION_KINDS[task.id], encoding: conditionEncoding(task), channels: task.conditionChannels },
    ],
    classes: packClasses(task.id),
    sizes: {
      native: PICTURE_SIDE,
      multiple: PICTURE_SIDE,
      min: PICTURE_SIDE,
      max: PICTURE_SIDE,
      fixed: { width: PICTURE_SIDE, height: PICTURE_SIDE },
    },
    normalisation: { layout: 'nchw', channels: 'rgb', range: [-1, 1] },
    stages: OFFICIAL_STAGES.map((name) => ({ ...stages[name], name, keep: KEPT_STAGES.has(name) })),
    inputs: inputRoles(stages),
    outputs: {
      picture: 'picture',
      preview: 'warp',
      ...(makesConfidence(stages) ? { confidence: 'confidence' } : {}),
      correspondence: 'heat',
    },
    grid: { stride: GRID_STRIDE },
    temperature: TEMPERATURE,
    licence: { name: CHECKPOINT_LICENCE, notice: licenceNotice(task.id) },
    provenance: {
      summary: `Converted by Cocanvas from a CoCosNet checkpoint pair (${variant.id}), ${precision === 'int8' ? 'wide convolutions of a stroke in eight bits' : `weights stored as ${precision}`}.`,
      sources: sources.map(({ name, sha256 }) => ({ name, sha256 })),
    },
    selfTestDigest: selfTest.digest,
    metrics: {
      selfTestWarpMeanDifference: selfTest.warpMeanDifference,
      selfTestPictureMeanDifference: selfTest.pictureMeanDifference,
    },
  })
}

/** Roles of those inputs that the graphs have. */
function inputRoles(stages: PackFacts['stages']): Record<string, InputRole> {
  const taken = new Set(OFFICIAL_STAGES.flatMap((stage) => stages[stage].inputs.map(({ name }) => name)))
  return Object.fromEntries(INPUT_ROLES.filter(([name]) => taken.has(name)))
}

/** Only packs whose match compares classes tell how far it may be trusted. */
function makesConfidence({ match }: PackFacts['stages']): boolean {
  return match.outputs.some(({ name }) => name === 'confidence')
}

/** What the pack is called in lists. */
export function packTitle({ task, exemplarMixture }: OfficialVariant): string {
  return `CoCosNet, ${task.title}${exemplarMixture === 'noise' ? ' without exemplar labels' : ''}`
}
