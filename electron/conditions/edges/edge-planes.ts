import type { ImageSize } from '../../contract/image-size.ts'
import { UNIT_LEVELS, type DenseChannels } from '../dense-channels.ts'
import { FACE_PART_COUNT, FROM_BELOW } from '../face/face-classes.ts'
import type { PartEdges } from './part-edges.ts'
import { fillRuns, type Runs } from './runs.ts'

/** What a pack wants of edges. */
export interface WantedEdges {
  readonly channels: number
  /** Side of the pictures of which it is made: distances are counted in pixels of theirs. */
  readonly native: number
}

/** As many pixels of a pack's own size as one pixel of a picture of this height stands for. */
export function nativeScale({ native }: WantedEdges, { height }: Pick<ImageSize, 'height'>): number {
  return native / height
}

/** All edges, one distance map per face part, part outlines. */
export const EDGE_CHANNEL_COUNT = FACE_PART_COUNT + 2

/**
 * The channels of a pack of edges, values 0..1: [0] all edges; [1..13] distance to each part's lines; [14] the lines of parts.
 * A pack that takes one channel more is also told what closed lines enclose: [15] the number 1..13 of the part that lies on top,
 * 0 where none is, over 255. Packs that have to guess it see eyes and lips too small.
 *
 * @param parts in the order of the parts
 * @param others edges that belong to no part
 * @param channels of the pack; for any number but one more than the authors', theirs are made
 */
export function edgePlanes(
  parts: readonly PartEdges[],
  others: Runs,
  { width, height }: ImageSize,
  channels: number,
): DenseChannels {
  const withEnclosed = channels === EDGE_CHANNEL_COUNT + 1
  const made = withEnclosed ? channels : EDGE_CHANNEL_COUNT
  const area = width * height
  const data = new Float32Array(made * area)
  const plane = (channel: number): Float32Array => data.subarray(channel * area, (channel + 1) * area)
  const outlines = plane(EDGE_CHANNEL_COUNT - 1)
  for (const [index, part] of parts.entries()) {
    plane(index + 1).set(part.distance)
    fillRuns(outlines, part.line, 1)
  }
  const all = plane(0)
  all.set(outlines)
  fillRuns(all, others, 1)
  if (withEnclosed) writeEnclosedParts(parts, plane(EDGE_CHANNEL_COUNT))
  return { channels: made, height, width, data }
}

function writeEnclosedParts(parts: readonly PartEdges[], target: Float32Array): void {
  for (const number of FROM_BELOW) {
    const part = parts[number - 1]
    if (part !== undefined) fillRuns(target, part.inside, UNIT_LEVELS[number] ?? 0)
  }
}
