import type { GenerationSettings } from '../../../electron/contract/generation-request.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import type { PictureRegions } from '../../synthesis/results/live-results.ts'
import type { LabelRaster } from '../../model/raster/label-raster.ts'

/** A generated picture and what it was made from. */
export interface ExportResult {
  readonly image: RgbImage
  readonly settings: GenerationSettings
  readonly exemplarIds: readonly string[]
  readonly regions?: PictureRegions | undefined
  readonly packVersion: string
}

/** A result that is being made for its file. */
export interface ResultUnderWay {
  readonly picture: Promise<ExportResult>
  cancel(): void
}

/** What can be exported at this moment. */
export interface ExportSources {
  readonly name: string
  readonly appVersion: string
  readonly structure: DocumentStructure
  readonly layout: LabelMap
  readonly classes: readonly PackClass[]
  readonly rasterOf: (layerId: string) => LabelRaster | undefined
  readonly pictureOf: (pictureId: string) => RgbImage | undefined
  readonly result: ExportResult | undefined
  /**
   * Makes the result anew in exactly this size; undefined while there is nothing to make it of. @param onProgress 0..1
   */
  readonly resultAt: (size: ImageSize, onProgress: (progress: number) => void) => ResultUnderWay | undefined
  readonly warp: RgbImage | undefined
  readonly exemplar: RgbImage | undefined
}
