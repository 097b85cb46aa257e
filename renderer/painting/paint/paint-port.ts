import type { PlainMessageKey } from '../../i18n/message.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { findPlaced, type PlacedLayer } from '../../model/document/layer-tree.ts'
import { composeLayout } from '../../model/raster/compose-layout.ts'
import type { LabelRaster } from '../../model/raster/label-raster.ts'
import type { RasterStore } from '../../model/raster/raster-store.ts'
import type { SelectionMask } from '../../model/selection/selection-mask.ts'
import { Observable } from '../../shared/lib/observable.ts'
import type { SymmetryMode } from './symmetry.ts'
import { PaintGesture, type CommitChanges } from './paint-gesture.ts'
import { changeableClasses, paintMask } from './paint-rules.ts'

/** What may be painted, read anew at the start of every gesture. */
export interface PaintConditions {
  readonly document: DocumentStructure
  readonly selection: SelectionMask | undefined
  readonly onlyOverClassId: number | null
  readonly lockedClassIds: readonly number[]
  readonly symmetry: SymmetryMode
  /** The counterpart of each class that a person has on both sides, such as left and right brow. */
  readonly sided: ReadonlyMap<number, number>
}

export interface PaintPortParts {
  readonly rasters: RasterStore
  readonly conditions: () => PaintConditions
  readonly commit: CommitChanges
  readonly refuse: (why: PlainMessageKey) => void
}

export interface PaintOptions {
  /**
   * Whether the selection, class locks and "only over" apply, as they do not when the selection itself is moved.
   * Default true.
   */
  readonly obeyRules?: boolean
  /** Default true. */
  readonly mirror?: boolean
}

/** Starts gestures on the active label layer, one at a time, or tells the user why that is not possible. */
export class PaintPort {
  /** Whether a gesture has begun and not ended. */
  readonly busy = new Observable(false)
  readonly #parts: PaintPortParts
  #open: PaintGesture | undefined

  constructor(parts: PaintPortParts) {
    this.#parts = parts
  }

  get isBusy(): boolean {
    return this.#open !== undefined
  }

  /** @returns undefined when the active layer cannot be painted; the user was told why. */
  begin({ obeyRules = true, mirror = true }: PaintOptions = {}): PaintGesture | undefined {
    this.#open?.cancel()
    const conditions = this.#parts.conditions()
    const placed = findPlaced(conditions.document, conditions.document.activeLayerId)
    const raster = placed === undefined ? undefined : this.#parts.rasters.get(placed.layer.id)
    const obstacle = obstacleTo(placed, raster)
    if (placed === undefined || raster === undefined || obstacle !== undefined) {
      this.#parts.refuse(obstacle ?? 'toolProblem.noLabelLayer')
      return undefined
    }
    const gesture = new PaintGesture({
      layerId: placed.layer.id,
      raster,
      rasters: this.#parts.rasters,
      mask: obeyRules ? this.#mask(conditions) : undefined,
      symmetry: mirror ? conditions.symmetry : 'none',
      sided: conditions.sided,
      commit: this.#parts.commit,
      ended: () => {
        this.#open = undefined
        this.busy.set(false)
      },
    })
    this.#open = gesture
    this.busy.set(true)
    return gesture
  }

  #mask({ document, selection, onlyOverClassId, lockedClassIds }: PaintConditions): Uint8Array | undefined {
    const changeable = changeableClasses(onlyOverClassId, lockedClassIds)
    const shown = changeable === undefined ? undefined : composeLayout(document, this.#parts.rasters).data
    return paintMask({ selection, changeable, shown })
  }
}

function obstacleTo(placed: PlacedLayer | undefined, raster: LabelRaster | undefined): PlainMessageKey | undefined {
  if (placed === undefined || raster === undefined) return 'toolProblem.noLabelLayer'
  if (placed.locked) return 'toolProblem.locked'
  return placed.visible ? undefined : 'toolProblem.hidden'
}
