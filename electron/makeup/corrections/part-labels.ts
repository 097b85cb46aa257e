import { FACE_PART_LABELS } from '../../contract/face-part-labels.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { FaceView } from '../transfer/face-view.ts'

/** From this weight on a pixel counts as a part's. */
const MOSTLY = 0.5

/**
 * What each pixel of a photo is for make-up, for a person to correct.
 * @param views of all its faces in the photo itself
 */
export function partLabels({ width, height }: { width: number; height: number }, views: readonly FaceView[]): LabelMap {
  const data = new Uint8Array(width * height).fill(FACE_PART_LABELS.untouched)
  for (const { area, skin, lips } of views)
    for (let y = 0; y < area.height; y++)
      for (let x = 0; x < area.width; x++) {
        const pixel = y * area.width + x
        const at = (area.top + y) * width + area.left + x
        if ((lips[pixel] ?? 0) > MOSTLY) data[at] = FACE_PART_LABELS.lips
        else if ((skin[pixel] ?? 0) > MOSTLY) data[at] = FACE_PART_LABELS.skin
      }
  return { width, height, data }
}
