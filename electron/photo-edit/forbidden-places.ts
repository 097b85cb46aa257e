import type { LabelMap } from '../contract/label-map.ts'
import type { ChangedRegion } from './changed-region.ts'

/** What decides where an edit may copy from; all over the region's grid. */
export interface LendingPlaces {
  readonly before: LabelMap
  readonly after: LabelMap
  readonly region: ChangedRegion
  /** 1 where the photo may be copied from at all; absent = everywhere. */
  readonly lends?: Uint8Array | undefined
}

/** A class on less than this share of the photo outside the region has to be copied from inside it. */
const LEAST_SHARE = 0.01

/**
 * What must not be copied: the whole region, so that what is removed does not come back. A place that is only made anew (its
 * class stays) may lend its own texture where the rest of the photo shows hardly any of its class, as a whole sky does.
 *
 * @returns 1 where nothing may be copied, over the region's grid
 */
export function forbiddenPlaces({ before, after, region }: Omit<LendingPlaces, 'lends'>): Uint8Array {
  const outside = new Uint32Array(256)
  for (let at = 0; at < region.whole.length; at++)
    if (region.whole[at] === 0) outside[before.data[at] ?? 0] = (outside[before.data[at] ?? 0] ?? 0) + 1
  const places = region.whole.slice()
  for (let at = 0; at < places.length; at++) {
    const own = before.data[at] ?? 0
    const stays = places[at] === 1 && own === after.data[at]
    if (stays && (outside[own] ?? 0) < LEAST_SHARE * places.length) places[at] = 0
  }
  return places
}
