import { en } from './en.ts'
import { ko } from './ko.ts'
import type { PlainMessageKey, Translate } from './message.ts'

/** Names that the program gives to layers and documents. */
const GIVEN: readonly PlainMessageKey[] = [
  'layer.kind.label',
  'layer.kind.photo',
  'layer.kind.original',
  'layer.kind.exemplar',
  'layer.kind.warp',
  'layer.kind.result',
  'layer.kind.group',
  'layer.kind.pose',
  'layer.kind.lines',
  'layer.kind.marks',
  'project.untitled',
  'sample.bay-panorama',
  'sample.fjord-peaks',
  'sample.hill-village',
  'sample.meadow-road',
  'sample.mountain-lake',
  'sample.sea-cliffs',
  'sample.valley-river',
]

const keys: ReadonlyMap<string, PlainMessageKey> = new Map(
  GIVEN.flatMap((key) => [en, ko].map((catalogue) => [catalogue[key], key] as const)),
)

/**
 * A name as it is shown: one that the program gave, with the number that tells it from others of its kind (layer-name.ts),
 * follows the language of the window; one that the user gave stays as it is.
 */
export function shownName(t: Translate, name: string): string {
  const [, title = name, number = ''] = /^(.*?)( \d+)?$/.exec(name) ?? []
  const key = keys.get(title)
  return key === undefined ? name : `${t(key)}${number}`
}
