import type { LabelMap } from '../../../electron/contract/label-map.ts'
import { UNLABELLED, type LabelRaster } from '../../model/raster/label-raster.ts'

/** What a user wants changed in a photo, over the document's pixels. */
export interface EditWishes {
  /** What the photo is to show. */
  readonly after: LabelMap
  /** 1 where the photo stays as it is, whatever the labels say. */
  readonly keep: LabelMap | undefined
  /** 1 where the photo is painted anew although its class stays. */
  readonly anew: LabelMap | undefined
}

/** Everything that is marked on a mask's raster; undefined when nothing is. */
export function markedPixels(raster: LabelRaster | undefined): LabelMap | undefined {
  if (raster === undefined) return undefined
  const { width, height, data } = raster
  const marked = new Uint8Array(data.length)
  let any = false
  for (let at = 0; at < data.length; at += 1) {
    if (data[at] === UNLABELLED) continue
    marked[at] = 1
    any = true
  }
  return any ? { width, height, data: marked } : undefined
}

/** Pixels that a user changed and did not give back: 1 where the photo is to be painted anew. */
export function changedPixels(before: LabelMap, { after, keep, anew }: EditWishes): LabelMap {
  const data = new Uint8Array(before.data.length)
  for (let at = 0; at < data.length; at += 1) {
    if (before.data[at] === after.data[at] && (anew === undefined || anew.data[at] === 0)) continue
    if (keep === undefined || keep.data[at] === 0) data[at] = 1
  }
  return { ...before, data }
}

/** Whether anything is to be changed. */
export function wishesChange(before: LabelMap, wishes: EditWishes): boolean {
  return changedPixels(before, wishes).data.includes(1)
}
