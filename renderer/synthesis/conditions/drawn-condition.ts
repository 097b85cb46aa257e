import type { Condition } from '../../../electron/contract/condition.ts'
import type { Backdrop, GenerationSettings } from '../../../electron/contract/generation-request.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import type { Layer, LayerKindName } from '../../model/document/layer-kinds/layer-schema.ts'
import type { RasterSource } from '../../model/raster/compose-layout.ts'
import type { LayoutRegions } from '../../model/raster/compose-regions.ts'

/** The parts of the document from which conditions are made. */
export interface ConditionSources {
  readonly document: DocumentStructure
  readonly rasters: RasterSource
  /** All visible label layers together, at the document's size. */
  readonly layout: LabelMap
  /** Whether the photo that a layer has of its own may be used. */
  readonly usable: (exemplarId: string) => boolean
}

export interface DrawnCondition {
  readonly condition: Condition
  /** The parts that take their style from photos of their own; of the condition's size. */
  readonly regions: LayoutRegions | undefined
  /** What is to lie behind a figure, for packs that can tell it apart. */
  readonly backdrop?: Backdrop | undefined
}

/** The conditions of one kind. */
export type ConditionOfKind<Kind extends Condition['kind']> = {
  [Each in Kind]: Extract<Condition, { readonly kind: Each }>
}[Kind]

/** How the editor makes one kind of condition out of the document. */
export interface ConditionDrawing<Kind extends Condition['kind']> {
  /** The kind of layer on which it is drawn; tools and panels for that kind are offered with a pack that takes it. */
  readonly drawnOn: LayerKindName
  /** Whether it is drawn by painting a pack's classes on label layers. */
  readonly paintsClasses: boolean
  /**
   * Whether a visible layer holds something of this kind. Where a pack takes several kinds, the topmost such layer
   * decides.
   */
  readonly saidBy: (layer: Layer) => boolean
  /** @returns undefined while the document holds nothing of this kind. */
  readonly ofDocument: (sources: ConditionSources, size: ImageSize) => DrawnCondition | undefined
  /** The document with layers that give this condition again; undefined where the pixels of label layers hold it. */
  readonly restored:
    | ((
        document: DocumentStructure,
        condition: ConditionOfKind<Kind>,
        options: GenerationSettings['options'],
      ) => DocumentStructure)
    | undefined
}
