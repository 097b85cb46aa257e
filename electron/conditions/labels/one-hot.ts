import type { ChannelIndices, DenseChannels } from '../dense-channels.ts'

/**
 * One plane per channel, 1 where the pixel has that channel and 0 elsewhere.
 *
 * @param indices channel numbers in 0..channels − 1
 */
export function oneHot(indices: ChannelIndices, channels: number): DenseChannels {
  const { height, width } = indices
  const area = height * width
  const data = new Float32Array(channels * area)
  for (let pixel = 0; pixel < area; pixel++) data[(indices.data[pixel] ?? 0) * area + pixel] = 1
  return { channels, height, width, data }
}
