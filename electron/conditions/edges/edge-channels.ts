import { cannyEdges } from '../canny/canny-edges.ts'
import type { BytePlane, DenseChannels } from '../dense-channels.ts'
import { FACE_PART_COUNT } from '../face/face-classes.ts'
import { outsideFaceParts } from '../face/face-part-masks.ts'
import { writeDistanceChannel } from './distance-channel.ts'
import { partOutline } from './part-outline.ts'

/** All edges, one distance map per face part, part outlines. */
export const EDGE_CHANNEL_COUNT = FACE_PART_COUNT + 2

/**
 * The `celebahqedge` condition, values 0..1:
 * [0] part outlines and, outside the parts, Canny edges of the photo; [1..13] distance to each part's outline; [14] part outlines.
 * Source: cocosnet.md section 2, table row celebahqedge.
 *
 * @param masks the 13 part masks in order (non-zero = inside), all of the photo's size; they may overlap
 * @param photo grey, 0..255
 */
export function edgeChannels(masks: readonly BytePlane[], photo: BytePlane): DenseChannels {
  const { width, height } = photo
  const area = width * height
  const data = new Float32Array(EDGE_CHANNEL_COUNT * area)
  const plane = (channel: number): Float32Array => data.subarray(channel * area, (channel + 1) * area)

  const outlines = plane(EDGE_CHANNEL_COUNT - 1)
  for (const [index, mask] of masks.entries()) {
    const outline = partOutline(mask)
    writeDistanceChannel(outline, width, height, plane(index + 1))
    for (let pixel = 0; pixel < area; pixel++) if (outline[pixel] !== 0) outlines[pixel] = 1
  }

  const background = cannyEdges(photo)
  const outside = outsideFaceParts(masks, area)
  const allEdges = plane(0)
  for (let pixel = 0; pixel < area; pixel++)
    allEdges[pixel] = outlines[pixel] === 1 || (background[pixel] !== 0 && outside[pixel] !== 0) ? 1 : 0
  return { channels: EDGE_CHANNEL_COUNT, height, width, data }
}
