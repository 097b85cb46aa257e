import type { Condition } from '../../../electron/contract/condition.ts'
import type { GenerationSettings } from '../../../electron/contract/generation-request.ts'
import type { ConditionKind } from '../../../electron/contract/condition-kind.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import { placedLayers } from '../../model/document/layer-tree.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import type { LayerKindName } from '../../model/document/layer-kinds/layer-schema.ts'
import type { ConditionDrawing, ConditionOfKind } from './drawn-condition.ts'
import { labelsDrawing } from './labels-drawing.ts'
import { edgesDrawing, linesDrawing } from './lines-drawing.ts'
import { masksDrawing } from './masks-drawing.ts'
import { poseDrawing } from './pose-drawing.ts'

/** Every kind of condition, and how the editor draws it; undefined = it cannot yet. */
const conditionTable: { readonly [Kind in Condition['kind']]: ConditionDrawing<Kind> | undefined } = {
  labels: labelsDrawing,
  masks: masksDrawing,
  edges: edgesDrawing,
  pose: poseDrawing,
  lines: linesDrawing,
  channels: undefined,
}

/** The kind of condition that the editor draws for a pack: the one that the pack prefers among those it can draw. */
export function drawnKind({ conditions }: Pick<PackManifest, 'conditions'>): ConditionKind | undefined {
  return conditions.find(({ kind }) => conditionTable[kind] !== undefined)?.kind
}

/** The kinds of layer on which the editor draws for a pack. */
export function drawnLayerKinds({ conditions }: Pick<PackManifest, 'conditions'>): readonly LayerKindName[] {
  return conditions.flatMap(({ kind }) => conditionTable[kind]?.drawnOn ?? [])
}

/** Whether the editor draws for a pack by painting the pack's classes. */
export function paintsClasses(manifest: Pick<PackManifest, 'conditions'>): boolean {
  const kind = drawnKind(manifest)
  return kind !== undefined && conditionTable[kind]?.paintsClasses === true
}

/**
 * How a document is read for a pack: of the kinds of condition that the pack takes, the topmost visible layer decides.
 */
export function drawingFor(
  manifest: Pick<PackManifest, 'conditions'>,
  document: DocumentStructure,
): Pick<ConditionDrawing<ConditionKind>, 'ofDocument'> | undefined {
  const drawings = manifest.conditions.flatMap(({ kind }) => conditionTable[kind] ?? [])
  const visible = placedLayers(document).filter((placed) => placed.visible)
  for (const { layer } of visible) {
    const found = drawings.find(({ saidBy }) => saidBy(layer))
    if (found !== undefined) return found
  }
  return drawings[0]
}

/** The document as it was when a picture was asked for, as far as layers hold it; undefined where pixels do. */
export function restoredDocument(
  document: DocumentStructure,
  { condition, options }: Pick<GenerationSettings, 'condition' | 'options'>,
): DocumentStructure | undefined {
  return restoredFrom(document, condition, options)
}

function restoredFrom<Kind extends Condition['kind']>(
  document: DocumentStructure,
  condition: ConditionOfKind<Kind>,
  options: GenerationSettings['options'],
): DocumentStructure | undefined {
  return conditionTable[condition.kind]?.restored?.(document, condition, options)
}
