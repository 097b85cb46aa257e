import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import { drawingFor } from './condition-table.ts'
import type { ConditionSources, DrawnCondition } from './drawn-condition.ts'

/** Where the condition of a picture comes from. */
export interface ConditionPort {
  /** @returns undefined while the document holds nothing from which the pack could make a picture. */
  readonly now: (
    manifest: PackManifest,
    size: ImageSize,
    usable: ConditionSources['usable'],
  ) => DrawnCondition | undefined
}

/** Conditions drawn in the open document. */
export function documentConditions(document: () => Omit<ConditionSources, 'usable'>): ConditionPort {
  return {
    now: (manifest, size, usable) => {
      const sources = document()
      return drawingFor(manifest, sources.document)?.ofDocument({ ...sources, usable }, size)
    },
  }
}
