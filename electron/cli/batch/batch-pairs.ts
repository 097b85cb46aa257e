import type { InputFile } from './list-inputs.ts'
import type { Shard } from './shard.ts'
import { shortName } from './short-name.ts'
import { uniqueNames } from './unique-names.ts'

/** One picture of a batch, before anything is read. */
export interface BatchPair {
  readonly layout: InputFile
  readonly exemplar: InputFile
  /** The picture's file name, unlike that of any other pair. */
  readonly file: string
}

/** Room for the numbers that tell alike names apart. */
const ENDING = '-99999.png'

/**
 * Every pair of a layout and a photo, photo by photo, with its file name; of a shard, an even share of neighbours, so that each
 * photo is read by few shards. Names depend on the two listings alone, so all shards agree on them.
 */
export function batchPairs(
  layouts: readonly InputFile[],
  exemplars: readonly InputFile[],
  shard?: Shard,
): readonly BatchPair[] {
  const pairs = exemplars.flatMap((exemplar) => layouts.map((layout) => ({ layout, exemplar })))
  const names = uniqueNames(
    pairs.map(({ layout, exemplar }) => [shortName(`${layout.name}--${exemplar.name}`, ENDING)]),
  )
  const named = pairs.map((pair, index) => ({ ...pair, file: `${names[index] ?? ''}.png` }))
  if (shard === undefined) return named
  const edge = (part: number): number => Math.floor((named.length * part) / shard.of)
  return named.slice(edge(shard.part - 1), edge(shard.part))
}
