import type { LabelPatch } from '../../../electron/contract/project-journal.ts'
import type { LabelLayerContent } from '../../../electron/contract/project-content.ts'
import type { RasterChange } from '../../model/raster/raster-store.ts'
import type { LabelRaster } from '../../model/raster/label-raster.ts'
import { readRect, TILE_SIZE, tileRect, tilesAcross } from '../../model/raster/tile-grid.ts'

interface Rasters {
  /** Grows with every changed pixel. */
  readonly revision: number
  get(layerId: string): LabelRaster | undefined
  ids(): readonly string[]
}

export interface TakenChanges {
  readonly patches: readonly LabelPatch[]
  readonly labelLayers: readonly LabelLayerContent[]
}

/** Collects which pixels changed since the last call of `take`, in tiles, so that the journal writes little. */
export class ChangedTiles {
  readonly #rasters: Rasters
  readonly #tiles = new Map<string, Set<number>>()
  readonly #whole = new Set<string>()

  constructor(rasters: Rasters) {
    this.#rasters = rasters
  }

  /** The revision of the present pixels; see `forgetUntil`. */
  get revision(): number {
    return this.#rasters.revision
  }

  note({ layerId, rect }: RasterChange): void {
    const raster = this.#rasters.get(layerId)
    if (raster === undefined) {
      this.#tiles.delete(layerId)
      this.#whole.delete(layerId)
      return
    }
    if (rect === undefined) {
      this.#whole.add(layerId)
      return
    }
    const tiles = this.#tiles.get(layerId) ?? new Set()
    const across = tilesAcross(raster.width)
    const right = Math.min(raster.width, rect.x + rect.width) - 1
    const bottom = Math.min(raster.height, rect.y + rect.height) - 1
    for (let row = Math.floor(Math.max(0, rect.y) / TILE_SIZE); row <= Math.floor(bottom / TILE_SIZE); row += 1) {
      for (
        let column = Math.floor(Math.max(0, rect.x) / TILE_SIZE);
        column <= Math.floor(right / TILE_SIZE);
        column += 1
      )
        tiles.add(row * across + column)
    }
    this.#tiles.set(layerId, tiles)
  }

  /** The present pixels of everything that changed; the next call gives only later changes. */
  take(): TakenChanges {
    const labelLayers = [...this.#whole].flatMap((id) => {
      const raster = this.#rasters.get(id)
      return raster === undefined ? [] : [{ id, labels: { ...raster, data: raster.data.slice() } }]
    })
    const patches = [...this.#tiles].flatMap(([layerId, tiles]) => {
      const raster = this.#rasters.get(layerId)
      if (raster === undefined || this.#whole.has(layerId)) return []
      return [...tiles].map((index) => {
        const rect = tileRect(index, raster.width, raster.height)
        return { layerId, ...rect, data: readRect(raster.data, raster.width, rect) }
      })
    })
    this.#clear()
    return { patches, labelLayers }
  }

  /**
   * Forgets the changes up to that revision, because they have been written elsewhere. If there were later changes, it
   * is not known which part they concern, so every layer counts as changed.
   */
  forgetUntil(revision: number): void {
    this.#clear()
    if (revision !== this.revision) for (const id of this.#rasters.ids()) this.#whole.add(id)
  }

  #clear(): void {
    this.#tiles.clear()
    this.#whole.clear()
  }
}
