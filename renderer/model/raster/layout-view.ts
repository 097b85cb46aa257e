import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { DocumentStructure } from '../document/document-structure.ts'
import { composeLayout } from './compose-layout.ts'
import type { RasterStore } from './raster-store.ts'

/** The composed layout, computed when asked for and remembered until pixels or layers change. */
export class LayoutView {
  readonly #rasters: RasterStore
  readonly #document: () => DocumentStructure
  #composed: LabelMap | undefined
  #revision = -1
  #from: DocumentStructure | undefined

  constructor(rasters: RasterStore, document: () => DocumentStructure) {
    this.#rasters = rasters
    this.#document = document
  }

  /** The same value until something changes; readers never write to it. */
  get(): LabelMap {
    const document = this.#document()
    if (this.#composed === undefined || this.#revision !== this.#rasters.revision || this.#from !== document) {
      this.#composed = composeLayout(document, this.#rasters)
      this.#revision = this.#rasters.revision
      this.#from = document
    }
    return this.#composed
  }

  dispose(): void {
    this.#composed = undefined
  }
}
