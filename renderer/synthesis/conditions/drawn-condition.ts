import type { Condition } from '../../../electron/contract/condition.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import type { Layer } from '../../model/document/layer-kinds/layer-schema.ts'
import type { RasterSource } from '../../model/raster/compose-layout.ts'
import type { LayoutRegions } from '../../model/raster/compose-regions.ts'

/** The document, as far as conditions are made of it. */
export interface ConditionSources {
  readonly document: DocumentStructure
  readonly rasters: RasterSource
  /** What all visible label layers say together, at the document's size. */
  readonly layout: LabelMap
  /** Whether the photo of a layer's own may be used. */
  readonly usable: (exemplarId: string) => boolean
}

export interface DrawnCondition {
  readonly condition: Condition
  /** The parts that take their style from photos of their own; of the condition's size. */
  readonly regions: LayoutRegions | undefined
}

/** The conditions of one kind. */
export type ConditionOfKind<Kind extends Condition['kind']> = {
  [Each in Kind]: Extract<Condition, { readonly kind: Each }>
}[Kind]

/** How the editor makes one kind of condition out of the document. */
export interface ConditionDrawing<Kind extends Condition['kind']> {
  /** Whether it is drawn by painting a pack's classes on label layers. */
  readonly paintsClasses: boolean
  /** Whether a visible layer says something of this kind: of several kinds that a pack takes, the topmost layer decides. */
  readonly saidBy: (layer: Layer) => boolean
  /** @returns undefined while the document says nothing of this kind. */
  readonly ofDocument: (sources: ConditionSources, size: ImageSize) => DrawnCondition | undefined
  /** The document with layers that say a condition again; undefined where pixels of label layers say it. */
  readonly restored: ((document: DocumentStructure, condition: ConditionOfKind<Kind>) => DocumentStructure) | undefined
}
