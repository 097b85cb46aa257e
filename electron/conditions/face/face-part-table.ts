import type { PackClass } from '../../contract/pack-facts.ts'
import { channelTable } from '../labels/channel-table.ts'
import { FACE_CLASSES } from './face-classes.ts'

/**
 * Face part (0..13) of each id in a face parsing map, `NO_CHANNEL` for ids that mean nothing.
 *
 * @param classes of an edge pack, whose `channel` is the part; if it lists none, the ids are CelebAMask-HQ's
 */
export function facePartTable(classes: readonly Pick<PackClass, 'id' | 'channel' | 'aliases'>[]): Int16Array {
  if (classes.length > 0) return channelTable(classes)
  return channelTable(FACE_CLASSES.map(({ id, part }) => ({ id, channel: part, aliases: [] })))
}
