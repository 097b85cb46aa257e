import type { LabelMap } from '../../contract/label-map.ts'
import type { ScalarMap } from '../../contract/scalar-map.ts'
import { HANGING_CLASSES, HEAD_CLASSES, LEG_CLASSES, SKIN_CLASSES } from './person-classes.ts'
import type { PartPlace } from './part-places.ts'

/** Behind the person. */
export const NOBODY = 255
/** From this share on a pixel is the person's. */
const PERSON = 0.3
/** Hands are spread, so that skin near an arm belongs to it farther from its line than a sleeve does, in radii of the arm. */
const SKIN_REACH = 1.9

/**
 * Which part each pixel of a person belongs to: a number of `places`, or 255 behind the person. Arms are taken to be before the
 * trunk; what hangs from the trunk (skirts, coats) goes with the trunk, and hair with the head.
 *
 * @param figure how much of each pixel is the person, 0..1
 * @param classes what each pixel shows, in classes of `person-classes`
 */
export function partMasks(figure: ScalarMap, classes: LabelMap, places: readonly PartPlace[]): Uint8Array {
  const { width, height, data: shares } = figure
  const numbers = new Uint8Array(width * height).fill(NOBODY)
  const head = places.findIndex(({ role }) => role === 'head')
  for (let y = 0, pixel = 0; y < height; y++)
    for (let x = 0; x < width; x++, pixel++) {
      if ((shares[pixel] ?? 0) < PERSON) continue
      const shown = classes.data[pixel] ?? 0
      numbers[pixel] = head >= 0 && HEAD_CLASSES.has(shown) ? head : nearestPart(places, x + 0.5, y + 0.5, shown)
    }
  return numbers
}

/** @param shown what the place shows: legs do not carry away what hangs from the trunk, nor arms what legs wear */
function nearestPart(places: readonly PartPlace[], x: number, y: number, shown: number): number {
  const armReach = SKIN_CLASSES.has(shown) ? SKIN_REACH : 1
  let best = NOBODY
  let least = Infinity
  for (const [number, { role, apart }] of places.entries()) {
    if ((role === 'leg' && HANGING_CLASSES.has(shown)) || (role === 'arm' && LEG_CLASSES.has(shown))) continue
    const away = apart(x, y)
    if (role === 'arm' && away < armReach) return number
    if (away < least) {
      least = away
      best = number
    }
  }
  return best
}
