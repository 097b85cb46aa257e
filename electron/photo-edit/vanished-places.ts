import { widened } from '../detail/class-codes.ts'
import type { LendingPlaces } from './forbidden-places.ts'

/** A class of which no more than this share is left has been taken away. */
const SHARE_LEFT = 0.1
/** Classes on less than this share of a part are spared around what was taken away. */
const SMALL = 0.03
/** How far around it nothing may be copied either, as a share of the part's side: labels end a little before things do. */
const REACH = 0.02

/**
 * What must not be copied into a part of a photo, such as a face, in which every class has its place and is needed where it is
 * painted anew: a mouth of another shape is made of the mouth that was there. Only what is taken away altogether, as glasses
 * are, must not come back.
 *
 * @returns 1 where nothing may be copied, over the region's grid
 */
export function vanishedPlaces({ before, after, region, lends }: LendingPlaces): Uint8Array {
  const { width, height, core } = region
  const shown = new Uint32Array(256)
  const wanted = new Uint32Array(256)
  let all = 0
  for (let at = 0; at < core.length; at++) {
    if (lends !== undefined && lends[at] !== 1) continue
    all++
    const own = before.data[at] ?? 0
    const now = core[at] === 1 ? (after.data[at] ?? 0) : own
    shown[own] = (shown[own] ?? 0) + 1
    wanted[now] = (wanted[now] ?? 0) + 1
  }
  const gone = core.map((value, at) => {
    const own = before.data[at] ?? 0
    return value === 1 && (wanted[own] ?? 0) < SHARE_LEFT * (shown[own] ?? 0) ? 1 : 0
  })
  const around = gone.includes(1) ? widened(gone, width, height, 1 + Math.round(REACH * Math.sqrt(all))) : gone
  return around.map((value, at) => {
    if (lends !== undefined && lends[at] !== 1) return 1
    // Eyes behind glasses are small and needed; skin beside the frame there is plenty of.
    const isSmall = (shown[before.data[at] ?? 0] ?? 0) < SMALL * all
    return isSmall ? (gone[at] ?? 0) : value
  })
}
