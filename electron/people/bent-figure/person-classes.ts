/** Numbers of the annotator `person-parts` (models/annotators/person-parts/manifest.json). */
export const PERSON_CLASSES = [
  'background',
  'hair',
  'skin',
  'upper garment',
  'coat',
  'dress',
  'lower garment',
  'legwear',
  'shoes',
  'bag',
  'head',
  'accessories',
] as const

function numbersOf(...names: readonly (typeof PERSON_CLASSES)[number][]): ReadonlySet<number> {
  return new Set(names.map((name) => PERSON_CLASSES.indexOf(name)))
}

/** What moves with the head wherever it lies. */
export const HEAD_CLASSES = numbersOf('hair', 'head')
/** What hangs from the trunk, so that legs do not carry it away. */
export const HANGING_CLASSES = numbersOf('upper garment', 'coat', 'dress')
/** What legs wear: no arm carries it away, even if its hand is in a pocket. */
export const LEG_CLASSES = numbersOf('lower garment', 'legwear', 'shoes')
/** What bare arms and hands show. */
export const SKIN_CLASSES = numbersOf('skin')
