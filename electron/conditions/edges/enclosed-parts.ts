import { UNIT_LEVELS, type BytePlane, type DenseChannels } from '../dense-channels.ts'
import { FROM_BELOW } from '../face/face-classes.ts'
import { EDGE_CHANNEL_COUNT } from './edge-channels.ts'

/**
 * The edges as a pack wants them. One that takes a channel more than the authors' is also told what closed lines enclose: the
 * number 1..13 of the part that lies on top there, 0 where none is, over 255. Packs that have to guess it see eyes and lips
 * too small.
 *
 * @param edges of `edgeChannels` or `lineChannels`
 * @param masks what the closed lines of each part enclose (non-zero = inside), of the edges' size
 */
export function withEnclosedParts(
  edges: DenseChannels,
  masks: readonly BytePlane[],
  { channels }: { readonly channels: number },
): DenseChannels {
  if (channels !== EDGE_CHANNEL_COUNT + 1) return edges
  const data = new Float32Array(channels * edges.width * edges.height)
  data.set(edges.data)
  const enclosed = data.subarray(edges.data.length)
  for (const part of FROM_BELOW) {
    const mask = masks[part - 1]
    if (mask === undefined) continue
    const level = UNIT_LEVELS[part] ?? 0
    for (let pixel = 0; pixel < enclosed.length; pixel++) if (mask.data[pixel] !== 0) enclosed[pixel] = level
  }
  return { ...edges, channels, data }
}
