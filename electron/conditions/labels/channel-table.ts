import type { PackClass } from '../../contract/pack-facts.ts'

/** Stands in a channel table for an id that no class claims. */
export const NO_CHANNEL = -1

/**
 * Channel of each class id 0..255, aliases included; `NO_CHANNEL` where the pack has no such class.
 * Ids are taken as they stand in the label image: ADE20K's index 0 is a class of its own, nothing is shifted.
 */
export function channelTable(classes: readonly Pick<PackClass, 'id' | 'channel' | 'aliases'>[]): Int16Array {
  const table = new Int16Array(256).fill(NO_CHANNEL)
  for (const { id, channel, aliases } of classes) {
    table[id] = channel
    for (const alias of aliases) table[alias.id] = channel
  }
  return table
}
