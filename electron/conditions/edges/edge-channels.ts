import { cannyEdges } from '../canny/canny-edges.ts'
import type { BytePlane, DenseChannels } from '../dense-channels.ts'
import { HAIR_PART } from '../face/face-classes.ts'
import { LastAnswers } from '../last-answers.ts'
import { EDGE_CHANNEL_COUNT, edgePlanes, nativeScale, type WantedEdges } from './edge-planes.ts'
import { partEdges, type PartEdges } from './part-edges.ts'
import { partOutline } from './part-outline.ts'
import { fillRuns, runsOf } from './runs.ts'

interface ScaledMask {
  readonly mask: BytePlane
  readonly scale: number
}

const partsOfMasks = new LastAnswers<ScaledMask, PartEdges>(
  (one, other) => one.scale === other.scale && samePlane(one.mask, other.mask),
)
const edgesOfPhotos = new LastAnswers<BytePlane, Uint8Array>(samePlane)

/**
 * The `celebahqedge` condition, values 0..1:
 * [0] part outlines and, outside the parts, Canny edges of the photo; [1..13] distance to each part's outline; [14] part outlines;
 * [15] for packs that take it, the part inside each outline (`edgePlanes`).
 * Source: cocosnet.md section 2, table row celebahqedge.
 *
 * @param masks the 13 part masks in order (non-zero = inside), all of the photo's size; they may overlap
 * @param photo grey, 0..255
 * @param wanted the authors' channels at the photo's size unless a pack wants others
 */
export function edgeChannels(
  masks: readonly BytePlane[],
  photo: BytePlane,
  wanted: WantedEdges = { channels: EDGE_CHANNEL_COUNT, native: photo.height },
): DenseChannels {
  const scale = nativeScale(wanted, photo)
  const parts = masks.map((mask, index) => partsOfMasks.answer(index, { mask, scale }, edgesOfMask))
  const others = edgesOfPhotos.answer(0, photo, cannyEdges).slice()
  const shown = new Uint8Array(others.length).fill(1)
  // Hair comes last: the edges of a photo show in it even where another part is as well.
  for (const [index, { inside }] of parts.entries()) fillRuns(shown, inside, index + 1 === HAIR_PART ? 1 : 0)
  for (let pixel = 0; pixel < others.length; pixel++) if (shown[pixel] === 0) others[pixel] = 0
  return edgePlanes(parts, runsOf(others), photo, wanted.channels)
}

function edgesOfMask({ mask, scale }: ScaledMask): PartEdges {
  return partEdges({ width: mask.width, height: mask.height, data: partOutline(mask) }, mask, scale)
}

function samePlane(one: BytePlane, other: BytePlane): boolean {
  if (one.width !== other.width || one.data.length !== other.data.length) return false
  for (let pixel = 0; pixel < one.data.length; pixel++) if (one.data[pixel] !== other.data[pixel]) return false
  return true
}
