import type { PackManifest } from '../../electron/contract/pack-manifest.ts'
import type { PlainMessageKey, Translate } from './message.ts'

/** Classes by the name that the pack gives them. */
const classKeys: Readonly<Record<string, PlainMessageKey>> = {
  skin: 'makeup.partSkin',
  lips: 'makeup.partLips',
  'left alone': 'makeup.partUntouched',
  other: 'class.other',
  wall: 'class.wall',
  building: 'class.building',
  sky: 'class.sky',
  tree: 'class.tree',
  road: 'class.road',
  grass: 'class.grass',
  person: 'class.person',
  earth: 'class.earth',
  mountain: 'class.mountain',
  plant: 'class.plant',
  water: 'class.water',
  sea: 'class.sea',
  field: 'class.field',
}

/** Pack, layouts, faces and photos that ship, by id. */
const titleKeys: Readonly<Record<string, PlainMessageKey>> = {
  'sample-drawn-liner': 'sample.drawn-liner',
  'sample-red-lips': 'sample.red-lips',
  'sample-rose-shadow': 'sample.rose-shadow',
  'sample-evening': 'sample.evening',
  'sample-soft-day': 'sample.soft-day',
  landscape: 'pack.landscape',
  faces: 'pack.faces',
  people: 'pack.people',
  'bay-panorama': 'sample.bay-panorama',
  'fjord-peaks': 'sample.fjord-peaks',
  'hill-village': 'sample.hill-village',
  'meadow-road': 'sample.meadow-road',
  'mountain-lake': 'sample.mountain-lake',
  'sea-cliffs': 'sample.sea-cliffs',
  'valley-river': 'sample.valley-river',
  'short-hair': 'faceTemplate.short-hair',
  'long-hair': 'faceTemplate.long-hair',
  'bob-with-smile': 'faceTemplate.bob-with-smile',
  fringe: 'faceTemplate.fringe',
  curly: 'faceTemplate.curly',
  bald: 'faceTemplate.bald',
  'round-glasses': 'faceTemplate.round-glasses',
  'square-glasses': 'faceTemplate.square-glasses',
  'bun-and-laugh': 'faceTemplate.bun-and-laugh',
  child: 'faceTemplate.child',
  'turned-left': 'faceTemplate.turned-left',
  'turned-right': 'faceTemplate.turned-right',
  'sample-evening-glow': 'sample.evening-glow',
  'sample-sunset': 'sample.sunset',
  'sample-picosdeeuropa': 'sample.picosdeeuropa',
  'sample-aitzgorri': 'sample.aitzgorri',
  'sample-life': 'sample.life',
  'sample-forest-path': 'sample.forest-path',
  'sample-summer-1am': 'sample.summer-1am',
  'sample-darkest-hour': 'sample.darkest-hour',
  'sample-person-camel-coat': 'sample.person-camel-coat',
  'sample-person-striped-jumper': 'sample.person-striped-jumper',
  'sample-person-dotted-dress': 'sample.person-dotted-dress',
  'sample-face-quiet-light': 'sample.face-quiet-light',
  'sample-face-braids': 'sample.face-braids',
  'sample-face-grey-hair': 'sample.face-grey-hair',
  'sample-face-studio-light': 'sample.face-studio-light',
  'sample-face-by-the-sea': 'sample.face-by-the-sea',
  'sample-face-dark-bob': 'sample.face-dark-bob',
  'sample-face-teal-shirt': 'sample.face-teal-shirt',
  'sample-face-white-headscarf': 'sample.face-white-headscarf',
}

const packDescriptions: Readonly<Record<string, PlainMessageKey>> = {
  landscape: 'pack.landscapeAbout',
  people: 'pack.peopleAbout',
  faces: 'pack.facesAbout',
}

/**
 * The description of a pack, in the user's language where it ships with the app; without a description, how it was
 * made.
 */
export function packDescription(
  t: Translate,
  { id, description, provenance }: Pick<PackManifest, 'id' | 'description' | 'provenance'>,
): string {
  const key = Object.hasOwn(packDescriptions, id) ? packDescriptions[id] : undefined
  return key === undefined ? (description ?? provenance.summary) : t(key)
}

/** A class's name in the user's language; classes of unknown packs keep their own name. */
export function className(t: Translate, name: string): string {
  const key = Object.hasOwn(classKeys, name) ? classKeys[name] : undefined
  return key === undefined ? name : t(key)
}

/** The title of a pack, layout or photo in the user's language where it ships with the app, else its own. */
export function shippedTitle(t: Translate, { id, title }: { readonly id: string; readonly title: string }): string {
  const key = Object.hasOwn(titleKeys, id) ? titleKeys[id] : undefined
  return key === undefined ? title : t(key)
}
