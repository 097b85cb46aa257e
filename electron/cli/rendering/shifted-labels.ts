import type { LabelMap } from '../../contract/label-map.ts'
import type { PackClass } from '../../contract/pack-facts.ts'

/** Values that data sets use for "no label". */
const NOTHING_VALUES: ReadonlySet<number> = new Set([0, 255])

const SKY = /^(sky|clouds)/
/** Sky is above these in nearly every picture, whoever labelled it. */
const GROUND =
  /^(road|grass|earth|field|sand|sea|water|river|lake|floor|path|sidewalk|dirt|gravel|snow|pavement|playingfield|ground)/

/** How much "the sky is above the ground" counts beside the share of pixels that mean something. */
const ORDER_WEIGHT = 0.5
/** How much better a shift must fit before it is worth a word. */
const MARGIN = 0.25

/**
 * Whether a label map fits a pack's classes better when 1 is added to its values or taken from them: data sets count their classes
 * from 0 or from 1, and a map that is off by one is full of known numbers all the same, but its sky lies below its ground. The
 * window's import weighs the same two signs (renderer/files/import/detect-scheme.ts).
 *
 * @returns what has to be added to every value, or undefined when the values fit as they are
 */
export function missingShift(values: LabelMap, classes: readonly PackClass[]): 1 | -1 | undefined {
  const names = new Map(classes.flatMap((entry) => [entry, ...entry.aliases].map(({ id, name }) => [id, name])))
  // A map of nothing has no order that could be wrong.
  if (values.data.every((value) => NOTHING_VALUES.has(value))) return undefined
  const plain = plausibility(values, names, 0)
  const better = ([1, -1] as const)
    .map((shift) => ({ shift, score: plausibility(values, names, shift) }))
    .sort((a, b) => b.score - a.score)[0]
  return better !== undefined && better.score > plain + MARGIN ? better.shift : undefined
}

/** The sentence about it, for a file that is read as it is. */
export function shiftNotice(name: string, shift: 1 | -1): string {
  return `${name} looks as if its class ids were one too ${shift === 1 ? 'low' : 'high'}; ${shiftAdvice(shift)}`
}

export function shiftAdvice(shift: 1 | -1): string {
  return `if they are, ${shift === 1 ? 'add 1 to' : 'take 1 from'} every value, or open the file in the editor, whose import does so.`
}

/** −0.5 (nonsense) to 1.5 (every pixel means something, and the sky is up). */
function plausibility({ width, height, data }: LabelMap, names: ReadonlyMap<number, string>, shift: number): number {
  let meant = 0
  let total = 0
  const sky = { pixels: 0, rows: 0 }
  const ground = { pixels: 0, rows: 0 }
  const kinds = Array.from({ length: 256 }, (_, value) => {
    const name = names.get(value + shift)
    if (name === undefined) return NOTHING_VALUES.has(value) ? 'nothing' : 'unknown'
    if (SKY.test(name)) return 'sky'
    return GROUND.test(name) ? 'ground' : 'other'
  })
  for (const [pixel, value] of data.entries()) {
    const kind = kinds[value]
    if (kind === 'nothing') continue
    total++
    if (kind === 'unknown') continue
    meant++
    const place = kind === 'sky' ? sky : kind === 'ground' ? ground : undefined
    if (place === undefined) continue
    place.pixels++
    place.rows += Math.floor(pixel / width)
  }
  if (total === 0) return 0
  const isComparable = sky.pixels > 0 && ground.pixels > 0
  const gap = isComparable ? (ground.rows / ground.pixels - sky.rows / sky.pixels) / height : 0
  return meant / total + ORDER_WEIGHT * Math.max(-1, Math.min(1, gap * 4))
}
