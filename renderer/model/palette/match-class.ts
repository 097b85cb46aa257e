import type { PackClass } from '../../../electron/contract/pack-facts.ts'

/** Names that other data sets use, and what landscape packs call the same thing. */
const SYNONYMS: Readonly<Record<string, string>> = {
  clouds: 'sky', fog: 'sky', bush: 'plant', leaves: 'plant', flower: 'plant', vegetable: 'plant', 'potted plant': 'plant',
  branch: 'tree', palm: 'tree', hill: 'mountain', rock: 'mountain', dirt: 'earth', gravel: 'earth', ground: 'earth',
  land: 'earth', mud: 'earth', sand: 'earth', stone: 'earth', moss: 'grass', straw: 'field', playingfield: 'grass',
  river: 'water', lake: 'water', waterfall: 'water', 'swimming pool': 'water', fountain: 'water', waterdrops: 'water',
  house: 'building', skyscraper: 'building', tower: 'building', hovel: 'building', bridge: 'building', roof: 'building',
  pavement: 'road', sidewalk: 'road', path: 'road', runway: 'road', 'dirt track': 'road', railroad: 'road',
  'left eyebrow': 'left brow', 'right eyebrow': 'right brow', 'upper lip': 'upper lip',
} // prettier-ignore

/** Endings that data sets add and that mean nothing. */
const ENDINGS = /[- ](other|stuff|brick|concrete|panel|stone|tile|wood|marble)$/

/** The pack's class for a name from another data set: by its own name or an alias, else by a synonym. */
export function matchClass(name: string, classes: readonly PackClass[]): number | undefined {
  const plain = name.toLowerCase().trim()
  const short = plain.replace(ENDINGS, '')
  for (const candidate of [plain, short, SYNONYMS[plain], SYNONYMS[short]]) {
    if (candidate === undefined) continue
    const found = classes.find(
      (entry) =>
        entry.name.toLowerCase() === candidate || entry.aliases.some((alias) => alias.name.toLowerCase() === candidate),
    )
    if (found !== undefined) return found.id
  }
  return undefined
}

/** The class that stands for everything for which the pack has no class. */
export function otherClass(classes: readonly PackClass[]): number {
  return (classes.find(isOtherClass) ?? classes[0])?.id ?? 0
}

export function isOtherClass({ name }: PackClass): boolean {
  return name === 'other' || name === 'background'
}
