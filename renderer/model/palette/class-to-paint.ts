import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { isOtherClass } from './match-class.ts'

/** A class that covers more than this share of the layout is its background: a stroke of it would not show. */
const BACKGROUND_SHARE = 0.9

/**
 * The class that a new document begins with: the active one if the layout has it, else the most used, else the pack's
 * first. It is never "other" nor a class that already covers everything, so that the first stroke shows.
 *
 * @param counts pixels by class id
 */
export function classToPaint(
  classes: readonly PackClass[],
  counts: ArrayLike<number>,
  activeId: number,
): number | undefined {
  const pixels = Array.from(counts).reduce((sum, count) => sum + count, 0)
  const share = (id: number): number => (counts[id] ?? 0) / Math.max(1, pixels)
  const useful = classes
    .filter((entry) => !isOtherClass(entry) && share(entry.id) < BACKGROUND_SHARE)
    .map(({ id }) => id)
  if (useful.includes(activeId) && share(activeId) > 0) return activeId
  // Sorting is stable: where nothing is painted, the pack's order decides.
  return useful.toSorted((one, another) => share(another) - share(one))[0] ?? classes[0]?.id
}
