import type { KeyCount } from './label-keys.ts'
import type { LabelScheme } from './label-scheme.ts'

/** Values that data sets use for "no label". */
const NOTHING_VALUES = [0, 255]

/** In nearly every picture sky is above these, whoever labelled it. */
const GROUND =
  /^(road|grass|earth|field|sand|sea|water|river|lake|floor|path|sidewalk|dirt|gravel|snow|pavement|playingfield|ground)/

/** Weight of "the sky is above the ground" compared with the share of pixels that have a class. */
const ORDER_WEIGHT = 0.5

/**
 * The likeliest meaning of a label image. A scheme fits well when most pixels have a class in it, and when what it
 * calls sky lies above what it calls ground: if all numbers are shifted by one they are still known, but the sky is a
 * floor.
 */
export function detectScheme(keys: readonly KeyCount[], schemes: readonly LabelScheme[]): LabelScheme | undefined {
  let best: { readonly scheme: LabelScheme; readonly score: number } | undefined
  for (const scheme of schemes) {
    const score = plausibility(keys, scheme)
    // Of two schemes that fit equally well the earlier one wins.
    if (best === undefined || score > best.score + 1e-6) best = { scheme, score }
  }
  return best?.scheme
}

/** −0.5 (nonsense) .. 1.5 (every pixel has a class and the sky is above the ground). */
export function plausibility(keys: readonly KeyCount[], scheme: LabelScheme): number {
  let meant = 0
  let total = 0
  let sky: { weight: number; height: number } = { weight: 0, height: 0 }
  let ground: { weight: number; height: number } = { weight: 0, height: 0 }
  for (const { key, count, height } of keys) {
    const name = scheme.nameOf(key)
    if (name === undefined && NOTHING_VALUES.includes(key)) continue
    total += count
    if (name === undefined) continue
    meant += scheme.classOf(key) === undefined ? count / 2 : count
    if (/^(sky|clouds)/.test(name)) sky = merged(sky, count, height)
    else if (GROUND.test(name)) ground = merged(ground, count, height)
  }
  if (total === 0) return 0
  return meant / total + ORDER_WEIGHT * order(sky, ground)
}

function merged(sum: { weight: number; height: number }, count: number, height: number): typeof sum {
  return { weight: sum.weight + count, height: sum.height + count * height }
}

/** 1 = sky well above ground, −1 = below, 0 = nothing to compare. */
function order(sky: { weight: number; height: number }, ground: { weight: number; height: number }): number {
  if (sky.weight === 0 || ground.weight === 0) return 0
  const gap = ground.height / ground.weight - sky.height / sky.weight
  return Math.max(-1, Math.min(1, gap * 4))
}
