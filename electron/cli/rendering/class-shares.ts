import type { LabelMap } from '../../contract/label-map.ts'
import type { PackClass } from '../../contract/pack-facts.ts'

/** How much of a label map a class covers. */
export interface ClassShare {
  readonly id: number
  readonly name: string
  /** 0..1, to four decimals. */
  readonly share: number
}

/** The classes of a label map by area, largest first; aliases count for their class. */
export function classShares(labels: LabelMap, classes: readonly PackClass[]): readonly ClassShare[] {
  const counts = new Uint32Array(256)
  for (const id of labels.data) counts[id] = (counts[id] ?? 0) + 1
  return classes
    .map(({ id, name, aliases }) => {
      const pixels = [id, ...aliases.map((alias) => alias.id)].reduce((sum, any) => sum + (counts[any] ?? 0), 0)
      return { id, name, share: Math.round((pixels / labels.data.length) * 10_000) / 10_000 }
    })
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || a.id - b.id)
}
