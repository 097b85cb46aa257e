import { Emitter } from '../../shared/lib/emitter.ts'
import type { Rect } from './geometry.ts'
import type { LabelRaster } from './label-raster.ts'

/**
 * A report of changed pixels: a rectangle of one layer, or no rectangle when the layer's raster was added, removed or
 * replaced.
 */
export interface RasterChange {
  readonly layerId: string
  readonly rect?: Rect
}

/**
 * The label pixels of every label layer, outside Redux because they change with every pointer move. `revision` grows
 * with each change, so that results of older layouts can be told from newer ones.
 */
export class RasterStore {
  readonly #rasters = new Map<string, LabelRaster>()
  readonly #changed = new Emitter<RasterChange>()
  #revision = 0

  readonly subscribe = this.#changed.subscribe

  get revision(): number {
    return this.#revision
  }

  get(layerId: string): LabelRaster | undefined {
    return this.#rasters.get(layerId)
  }

  /** Adds or replaces a layer's raster. */
  put(layerId: string, raster: LabelRaster): void {
    this.#rasters.set(layerId, raster)
    this.#announce({ layerId })
  }

  remove(layerId: string): void {
    if (this.#rasters.delete(layerId)) this.#announce({ layerId })
  }

  /** Reports that the pixels of a rectangle were changed in place. */
  touch(layerId: string, rect: Rect | undefined): void {
    if (rect !== undefined) this.#announce({ layerId, rect })
  }

  ids(): readonly string[] {
    return [...this.#rasters.keys()]
  }

  clear(): void {
    for (const layerId of this.ids()) this.remove(layerId)
  }

  dispose(): void {
    this.#changed.dispose()
    this.#rasters.clear()
  }

  #announce(change: RasterChange): void {
    this.#revision += 1
    this.#changed.emit(change)
  }
}
