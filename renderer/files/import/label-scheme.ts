import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { ade20k } from './datasets/ade20k.ts'
import { celebaMask } from './datasets/celeba-mask.ts'
import { cocoStuff } from './datasets/coco-stuff.ts'
import type { Dataset } from './datasets/dataset.ts'
import { matchClass } from '../../model/palette/match-class.ts'

/** What the numbers or colours of a label image may mean. */
export type SchemeId =
  | 'pack'
  | 'pack-shifted-down'
  | 'ade20k'
  | 'ade20k-shifted-down'
  | 'ade20k-shifted-up'
  | 'coco-stuff'
  | 'coco-stuff-shifted-up'
  | 'celeba-mask'

/** A meaning of stored values: what a value (or colour, 0xRRGGBB) is called and which class of the pack it becomes. */
export interface LabelScheme {
  readonly id: SchemeId
  readonly nameOf: (key: number) => string | undefined
  /** undefined = nothing in the pack fits. */
  readonly classOf: (key: number) => number | undefined
}

/** Schemes in the order of preference where an image fits several. @param kind What the image stores. */
export function labelSchemes(kind: 'values' | 'colours', classes: readonly PackClass[]): readonly LabelScheme[] {
  if (kind === 'colours') {
    return [
      packColours(classes),
      datasetScheme('ade20k', ade20k, classes, ({ colour }) => colour),
      datasetScheme('coco-stuff', cocoStuff, classes, ({ colour }) => colour),
      datasetScheme('celeba-mask', celebaMask, classes, ({ colour }) => colour),
    ]
  }
  return [
    packValues('pack', classes, 0),
    packValues('pack-shifted-down', classes, -1),
    datasetScheme('ade20k', ade20k, classes, ({ value }) => value),
    datasetScheme('ade20k-shifted-down', ade20k, classes, ({ value }) => value - 1),
    datasetScheme('ade20k-shifted-up', ade20k, classes, ({ value }) => value + 1),
    datasetScheme('coco-stuff', cocoStuff, classes, ({ value }) => value),
    datasetScheme('coco-stuff-shifted-up', cocoStuff, classes, ({ value }) => value + 1),
    datasetScheme('celeba-mask', celebaMask, classes, ({ value }) => value),
  ]
}

/** @param shift What was added to the ids when the image was written: −1 = the image counts from 0, the pack from 1. */
function packValues(id: SchemeId, classes: readonly PackClass[], shift: number): LabelScheme {
  const byValue = new Map<number, { readonly name: string; readonly classId: number }>()
  for (const entry of classes) {
    for (const named of [entry, ...entry.aliases])
      byValue.set(named.id + shift, { name: named.name, classId: entry.id })
  }
  return { id, nameOf: (key) => byValue.get(key)?.name, classOf: (key) => byValue.get(key)?.classId }
}

function packColours(classes: readonly PackClass[]): LabelScheme {
  const byColour = new Map(classes.map((entry) => [colourKey(entry.colour), entry]))
  return { id: 'pack', nameOf: (key) => byColour.get(key)?.name, classOf: (key) => byColour.get(key)?.id }
}

function datasetScheme(
  id: SchemeId,
  { classes: known }: Dataset,
  classes: readonly PackClass[],
  keyOf: (entry: Dataset['classes'][number]) => number,
): LabelScheme {
  const names = new Map<number, string>()
  // The first class of a colour counts.
  for (const entry of known) if (!names.has(keyOf(entry))) names.set(keyOf(entry), entry.name)
  return {
    id,
    nameOf: (key) => names.get(key),
    classOf: (key) => {
      const name = names.get(key)
      return name === undefined ? undefined : matchClass(name, classes)
    },
  }
}

function colourKey([red, green, blue]: readonly [number, number, number]): number {
  return (red << 16) | (green << 8) | blue
}
