import type { PackClass } from '../contract/pack-facts.ts'
import { nearBorders } from './class-codes.ts'
import { classCounts } from './class-counts.ts'
import { FORBIDDEN, type Labels } from './raster.ts'

/** Classes whose fine texture passes for each other's. */
const ALIKE: readonly (readonly string[])[] = [
  ['water', 'sea'],
  ['grass', 'field'],
  ['tree', 'plant'],
  ['earth', 'road'],
  ['building', 'wall'],
]

/** What is on less than this share of the source lends nothing: often the annotator took something else for it. */
const LEAST_OF_SOURCE = 0.006
/** Nor does less than this share of the pixels wanted: its pieces would show again and again. */
const LEAST_OF_WANTED = 0.008
/** Pixels so near a border, as a share of the longer side, count for nothing: a thin strip gives streaks. */
const BORDER = 0.008
/** Shares of the pixels wanted between which light goes from close to wide. */
const SCARCE = 0.1
const PLENTY = 0.5

/** Where the detail of a class comes from. */
export interface ClassSupply {
  readonly label: number
  /** The class to copy from; undefined when the source has nothing fit to be copied. */
  readonly lender: number | undefined
  /** How closely its light has to follow the picture: 1 where there is little to copy from. See `closeLight`. */
  readonly closeness: number
}

/**
 * What a source has to lend to each class of a picture. Classes that only have the same colour lend nothing: rocks look like
 * no river, however grey it is.
 *
 * @param wanted class ids of the picture
 * @param source its classes, `FORBIDDEN` for what may not be copied
 */
export function detailSupply(
  wanted: Uint8Array,
  source: Labels,
  classes: readonly Pick<PackClass, 'id' | 'name'>[],
): readonly ClassSupply[] {
  const { width, height, data } = source
  const near = nearBorders(source, Math.ceil(BORDER * Math.max(width, height)))
  const supply = classCounts(data.map((label, at) => (near[at] === 1 ? FORBIDDEN : label)))
  supply.delete(FORBIDDEN)
  const nameOf = new Map(classes.map(({ id, name }) => [id, name]))
  const idOf = new Map(classes.map(({ id, name }) => [name, id]))
  return [...classCounts(wanted)].map(([label, demand]) => {
    const pixels = (id: number): number => supply.get(id) ?? 0
    const alike = ALIKE.find((names) => names.includes(nameOf.get(label) ?? '')) ?? []
    const least = Math.max(LEAST_OF_SOURCE * data.length, LEAST_OF_WANTED * demand)
    const lender = [label, ...alike.flatMap((name) => idOf.get(name) ?? [])].find((id) => pixels(id) >= least)
    if (lender === undefined) return { label, lender, closeness: 1 }
    const share = (pixels(lender) / demand - SCARCE) / (PLENTY - SCARCE)
    return { label, lender, closeness: 1 - Math.min(Math.max(share, 0), 1) }
  })
}
