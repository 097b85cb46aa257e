import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { Editor } from '../../painting/editor/editor.ts'
import type { HistoryChange } from '../../model/history/history-change.ts'
import { UNLABELLED } from '../../model/raster/label-raster.ts'
import { RasterTransaction } from '../../model/raster/raster-transaction.ts'
import { PHOTO_LAYERS } from './edited-photo.ts'

/** Gives pixels of the document the class that the photo shows there, as one step of history. */
export function giveBack(
  { rasters, history }: Pick<Editor, 'rasters' | 'history'>,
  before: LabelMap,
  pixels: readonly number[],
): void {
  const changes: HistoryChange[] = []
  const write = (layerId: string, value: (at: number) => number): void => {
    const raster = rasters.get(layerId)
    if (raster === undefined) return
    const transaction = new RasterTransaction(raster)
    for (const at of pixels) {
      const x = at % raster.width
      transaction.touchSpan(Math.floor(at / raster.width), x, x + 1)
      raster.data[at] = value(at)
    }
    const patch = transaction.patch()
    if (patch === undefined) return
    changes.push({ kind: 'tiles', layerId, patch })
    rasters.touch(layerId, { x: 0, y: 0, width: raster.width, height: raster.height })
  }
  write(PHOTO_LAYERS.labels, (at) => before.data[at] ?? 0)
  write(PHOTO_LAYERS.anew, () => UNLABELLED)
  history.commit('photoEdit.giveBackStep', changes)
}
