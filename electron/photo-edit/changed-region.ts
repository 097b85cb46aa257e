import type { LabelMap } from '../contract/label-map.ts'

/** Which pixels of an edited photo are made anew, over the labels' grid. */
export interface ChangedRegion {
  readonly width: number
  readonly height: number
  /** 1 where labels differ, or the user asked for it. */
  readonly core: Uint8Array
  /** Core and its surroundings: all that may change. */
  readonly whole: Uint8Array
  /** How many cells the surroundings reach past the core, at most. */
  readonly reach: number
  /** Over how much of the surroundings the change fades out, 0..1; absent = all of them. */
  readonly feather?: number | undefined
}

/** What decides the region. All maps have one size. */
export interface RegionWishes {
  /** The photo's own labels. */
  readonly before: LabelMap
  readonly after: LabelMap
  /** Non-zero where the photo is to stay as it is, whatever the labels say. */
  readonly keep?: LabelMap
  /** Non-zero where the photo is to be made anew although its class stays. */
  readonly anew?: LabelMap
  /** Photo pixels per pixel of the maps. */
  readonly scale: number
  /** How far the region reaches past what was changed, as a share of the maps' longer side; absent = as far as needed. */
  readonly margin?: number | undefined
  /** Least growth in pixels of the maps, where the seam needs more than usual. */
  readonly least?: number | undefined
  readonly feather?: number | undefined
}

/** The region reaches this far past what was changed: photo pixels, or a share of the changed part's size if that is more. */
const LEAST_GROWTH = 8
const GROWTH_SHARE = 0.015
/** How many pixels of the maps growth may enter a class beyond a border that did not change: labels lie a little off. */
const PAST_BORDER = 1

/**
 * The region that an edit changes: where labels differ, grown by max(8 px, 1.5 % of its size), since labels never lie
 * exactly on the photo's edges and the seam needs room. It does not grow across borders between two classes that both stay.
 *
 * @throws RangeError for maps of different sizes
 */
export function changedRegion(wishes: RegionWishes): ChangedRegion {
  const { before, after, keep, anew, scale, margin, least = 1, feather } = wishes
  const { width, height } = before
  for (const map of [after, keep, anew])
    if (map !== undefined && (map.width !== width || map.height !== height))
      throw new RangeError('The maps of an edit have one size.')
  const core = new Uint8Array(width * height)
  let count = 0
  for (let at = 0; at < core.length; at++) {
    if (before.data[at] === after.data[at] && (anew === undefined || anew.data[at] === 0)) continue
    if (keep !== undefined && keep.data[at] !== 0) continue
    core[at] = 1
    count++
  }
  const needed = Math.max(LEAST_GROWTH / scale, GROWTH_SHARE * Math.sqrt(count), least)
  const reach = Math.ceil(margin === undefined ? needed : margin * Math.max(width, height))
  const whole = grown(core, before, reach)
  if (keep !== undefined) for (let at = 0; at < whole.length; at++) if ((keep.data[at] ?? 0) !== 0) whole[at] = 0
  return { width, height, core, whole, reach, feather }
}

/** Steps outwards ring by ring; a place remembers how far it has gone past a border that stays. */
function grown(core: Uint8Array, { width, height, data }: LabelMap, reach: number): Uint8Array {
  const whole = core.slice()
  const past = new Uint8Array(core.length)
  // Only cells at the core's border have anything to grow into.
  let ring: number[] = []
  for (let at = 0; at < core.length; at++) {
    if (core[at] !== 1) continue
    const inside = core[at - 1] === 1 && core[at + 1] === 1 && core[at - width] === 1 && core[at + width] === 1
    if (!inside) ring.push(at)
  }
  for (let step = 0; step < reach; step++) {
    const next: number[] = []
    for (const at of ring) {
      const x = at % width
      for (const beside of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (beside < 0 || beside >= width * height || whole[beside] === 1) continue
        const crossed = core[at] !== 1 && data[at] !== data[beside]
        const gone = (past[at] ?? 0) + (crossed || (past[at] ?? 0) > 0 ? 1 : 0)
        if (gone > PAST_BORDER) continue
        past[beside] = gone
        whole[beside] = 1
        next.push(beside)
      }
    }
    ring = next
  }
  return whole
}
