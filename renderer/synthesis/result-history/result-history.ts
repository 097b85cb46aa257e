import { nanoid } from '@reduxjs/toolkit'

import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { Emitter } from '../../shared/lib/emitter.ts'
import { Observable } from '../../shared/lib/observable.ts'
import type { Editor } from '../../painting/editor/editor.ts'
import { restoredDocument } from '../conditions/condition-table.ts'
import { sameCondition, sameOptions } from '../conditions/same-condition.ts'
import { exemplarChoiceRestored, type ExemplarChoice } from '../exemplars/exemplar-slice.ts'
import { layerPhotos } from '../exemplars/layer-photos.ts'
import type { LiveStore } from '../live/live-store.ts'
import type { RenderedPicture } from '../results/live-results.ts'
import { decodeRuns, encodeRuns } from '../../model/raster/run-length.ts'
import { restoreLayout } from './restore-layout.ts'
import { regionNames, restoreRegions, sameRegions } from './restore-regions.ts'

/** A kept picture with what is needed to return to it. */
export interface KeptResult {
  readonly id: string
  readonly picture: RenderedPicture
  readonly pinned: boolean
  readonly choice: ExemplarChoice
  /** Of the layers it was painted on, see `regionNames`. */
  readonly layerNames: readonly string[]
  /** The layout at the document's size, run-length coded. */
  readonly layout: { readonly width: number; readonly height: number; readonly runs: Uint8Array }
}

export interface ResultHistoryParts {
  readonly editor: Editor
  readonly store: LiveStore
  readonly settled: Pick<Emitter<RenderedPicture>, 'subscribe'>
}

/** Unpinned results kept; each is about 200 KB at 256². */
const KEPT = 60

/** Every picture of a layout at rest, newest first; pinned ones stay when the strip is full. */
export class ResultHistory {
  readonly results = new Observable<readonly KeptResult[]>([])
  readonly #parts: ResultHistoryParts
  readonly #stop: () => void

  constructor(parts: ResultHistoryParts) {
    this.#parts = parts
    this.#stop = parts.settled.subscribe((picture) => this.#keep(picture))
  }

  togglePin(id: string): void {
    this.results.set(
      this.results.get().map((result) => (result.id === id ? { ...result, pinned: !result.pinned } : result)),
    )
  }

  remove(id: string): void {
    this.results.set(this.results.get().filter((result) => result.id !== id))
  }

  /** Brings the result's layout into the document as one undo step and chooses its exemplars. */
  restore(id: string): void {
    const found = this.results.get().find((result) => result.id === id)
    if (found === undefined) return
    const { editor, store } = this.#parts
    const { document } = store.getState()
    const structure = restoredDocument(document, found.picture.settings)
    if (structure !== undefined) editor.layers.replace(structure, 'results.restore')
    // Painted into a single layer, everything would take its style from that layer's photo.
    else if (found.picture.regions !== undefined || layerPhotos(document).length > 0)
      restoreRegions(editor, document, layoutOf(found), found.picture.regions, found.layerNames)
    else restoreLayout(editor, document, layoutOf(found))
    store.dispatch(exemplarChoiceRestored(found.choice))
  }

  clear(): void {
    this.results.set([])
  }

  dispose(): void {
    this.#stop()
    this.results.dispose()
  }

  #keep(picture: RenderedPicture): void {
    const { editor, store } = this.#parts
    const { width, height, data } = editor.layout.get()
    const layout = { width, height, runs: encodeRuns(data) }
    const { document, exemplar: choice } = store.getState()
    const [newest] = this.results.get()
    if (newest !== undefined && isTwin(newest, layout, choice, picture)) return
    const kept: KeptResult = {
      id: nanoid(10),
      picture,
      pinned: false,
      choice,
      layout,
      layerNames: regionNames(document, picture.regions),
    }
    let unpinned = 0
    this.results.set(
      [kept, ...this.results.get()].filter((result) => {
        if (!result.pinned) unpinned += 1
        return result.pinned || unpinned <= KEPT
      }),
    )
  }
}

export function layoutOf({ layout: { width, height, runs } }: KeptResult): LabelMap {
  return { width, height, data: decodeRuns(runs, width * height) }
}

/** Whether it is the same picture again, as after undoing a change that did not affect it. */
function isTwin(
  newest: KeptResult,
  layout: KeptResult['layout'],
  choice: ExemplarChoice,
  { packVersion, settings, regions }: RenderedPicture,
): boolean {
  const same = newest.choice === choice && newest.picture.packVersion === packVersion
  const { width, height, runs } = newest.layout
  return (
    same &&
    sameRegions(newest.picture.regions, regions) &&
    newest.picture.settings.pack.id === settings.pack.id &&
    sameCondition(newest.picture.settings.condition, settings.condition) &&
    sameOptions(newest.picture.settings.options, settings.options) &&
    width === layout.width &&
    height === layout.height &&
    runs.length === layout.runs.length &&
    runs.every((value, index) => value === layout.runs[index])
  )
}
