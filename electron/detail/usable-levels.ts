import { patchPlaces, PATCH } from './patch-levels.ts'
import { FORBIDDEN, type Labels } from './raster.ts'

/** A class has a say from this share of what is made. */
const MATTERS = 0.2
/** With fewer places than this, copies would all be the same. */
const FEWEST_PLACES = 24

/**
 * How many levels a source can serve: on a coarse level no patch may fit into hair around a face, and what begins there with
 * copies of something else does not find back to hair.
 *
 * @param sources labels of each level of the source, the finest first
 * @param wanted labels of what is made, at full size
 * @param open 1 where it is made; undefined = everywhere
 */
export function usableLevels(sources: readonly Labels[], wanted: Labels, open: Uint8Array | undefined): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let at = 0; at < wanted.data.length; at++) {
    if (open !== undefined && open[at] !== 1) continue
    const label = wanted.data[at] ?? FORBIDDEN
    counts[label] = (counts[label] ?? 0) + 1
    total++
  }
  const mattering = [...counts.keys()].filter((label) => (counts[label] ?? 0) >= Math.max(1, MATTERS * total))
  const usable = sources.findLastIndex((labels) => {
    const places = placesByClass(labels)
    return mattering.every((label) => (places[label] ?? 0) >= FEWEST_PLACES)
  })
  // A class that no level serves is copied from something else anyway.
  return usable < 0 ? sources.length : usable + 1
}

/** How many patches have each class in their middle. */
function placesByClass(labels: Labels): Uint32Array {
  const allowed = patchPlaces(labels)
  const middle = (PATCH >> 1) * (labels.width + 1)
  const counts = new Uint32Array(256)
  for (let at = 0; at < allowed.length; at++) {
    if (allowed[at] !== 1) continue
    const label = labels.data[at + middle] ?? FORBIDDEN
    counts[label] = (counts[label] ?? 0) + 1
  }
  return counts
}
