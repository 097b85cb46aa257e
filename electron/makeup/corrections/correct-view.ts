import { FACE_PART_LABELS } from '../../contract/face-part-labels.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { FaceView } from '../transfer/face-view.ts'

/**
 * Gives a view the parts that a person says are there. Where labels are as they were found nothing changes, so that soft
 * borders stay soft; elsewhere a part counts wholly or not at all, with a border of one pixel of the labels.
 *
 * @param found labels of the sent photo as they were found
 * @param corrected the same after a person changed them
 * @param scale pixels of the view's photo for one of the labels
 */
export function correctView(view: FaceView, found: LabelMap, corrected: LabelMap, scale: number): FaceView {
  const { area, places } = view
  const skin = view.skin.slice()
  const lips = view.lips.slice()
  const free = view.free.slice()
  const share = newShare()
  for (let y = 0; y < area.height; y++)
    for (let x = 0; x < area.width; x++) {
      const pixel = y * area.width + x
      if (Number.isNaN(places[pixel * 2] ?? Number.NaN)) continue
      readShare(share, found, corrected, (area.left + x + 0.5) / scale - 0.5, (area.top + y + 0.5) / scale - 0.5)
      if (share.kept === 1) continue
      skin[pixel] = (skin[pixel] ?? 0) * share.kept + share.skin
      lips[pixel] = (lips[pixel] ?? 0) * share.kept + share.lips
      free[pixel] = (free[pixel] ?? 0) * share.kept + share.skin + share.lips
    }
  return { ...view, skin, lips, free }
}

/** How much of a place is as it was found, and how much became skin or lips; the rest of 1 is to be left untouched. */
interface Share {
  kept: number
  skin: number
  lips: number
}

function newShare(): Share {
  return { kept: 0, skin: 0, lips: 0 }
}

/** Bilinear, between labels' centres. */
function readShare(share: Share, found: LabelMap, corrected: LabelMap, x: number, y: number): void {
  share.kept = 0
  share.skin = 0
  share.lips = 0
  const { width, height } = corrected
  const [px, py] = [Math.min(Math.max(x, 0), width - 1), Math.min(Math.max(y, 0), height - 1)]
  const [left, top] = [px | 0, py | 0]
  const [fx, fy] = [px - left, py - top]
  for (let corner = 0; corner < 4; corner++) {
    const weight = ((corner & 1) === 0 ? 1 - fx : fx) * (corner < 2 ? 1 - fy : fy)
    if (weight === 0) continue
    const at = Math.min(height - 1, top + (corner >> 1)) * width + Math.min(width - 1, left + (corner & 1))
    const label = corrected.data[at] ?? 0
    if (label === found.data[at]) share.kept += weight
    else if (label === FACE_PART_LABELS.skin) share.skin += weight
    else if (label === FACE_PART_LABELS.lips) share.lips += weight
  }
}
