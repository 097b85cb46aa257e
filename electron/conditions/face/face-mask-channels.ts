import { CocanvasError } from '../../contract/error-codes.ts'
import type { BytePlane, ChannelIndices, DenseChannels } from '../dense-channels.ts'
import { oneHot } from '../labels/one-hot.ts'

/** Where the mask of the eyeglasses goes: the third channel from the end. */
export function eyeglassesChannel(channels: number): number {
  return channels - 3
}

/**
 * The `celebahq` condition: the one-hot face parsing with the eyeglasses laid over it in the third channel from the end.
 * Under the glasses the pixel keeps the channel of what they cover, so two channels are 1 there.
 * Source: cocosnet.md section 2, table row celebahq.
 *
 * @param parsing channel per pixel; none may be `channels − 3`
 * @param eyeglasses same size; any non-zero value is glass. Absent = no glasses
 * @throws CocanvasError `bad-request` if the parsing already holds the eyeglasses channel, or the sizes differ
 */
export function faceMaskChannels(parsing: ChannelIndices, channels: number, eyeglasses?: BytePlane): DenseChannels {
  const glass = eyeglassesChannel(channels)
  if (parsing.data.includes(glass))
    throw new CocanvasError(
      'bad-request',
      'The face parsing map itself holds eyeglasses; put them in the separate eyeglasses mask and label what they cover.',
    )
  const dense = oneHot(parsing, channels)
  if (eyeglasses === undefined) return dense
  if (eyeglasses.width !== parsing.width || eyeglasses.height !== parsing.height)
    throw new CocanvasError(
      'bad-request',
      'The eyeglasses mask and the face parsing map differ in size; save both at the same size.',
    )
  const area = parsing.height * parsing.width
  const offset = glass * area
  for (let pixel = 0; pixel < area; pixel++) if (eyeglasses.data[pixel] !== 0) dense.data[offset + pixel] = 1
  return dense
}
