import type { ConditionKind } from '../../../electron/contract/condition-kind.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { ConditionDrawing } from './drawn-condition.ts'
import { labelsDrawing } from './labels-drawing.ts'

/** Every kind of condition that packs are made for, and how the editor draws it; undefined = it cannot yet. */
const conditionTable: Readonly<Record<ConditionKind, ConditionDrawing | undefined>> = {
  labels: labelsDrawing,
  masks: undefined,
  edges: undefined,
  pose: undefined,
}

/** The kind of condition that the editor draws for a pack: the one that the pack prefers among those it can draw. */
export function drawnKind({ conditions }: Pick<PackManifest, 'conditions'>): ConditionKind | undefined {
  return conditions.find(({ kind }) => conditionTable[kind] !== undefined)?.kind
}

export function drawingFor(manifest: Pick<PackManifest, 'conditions'>): ConditionDrawing | undefined {
  const kind = drawnKind(manifest)
  return kind === undefined ? undefined : conditionTable[kind]
}
