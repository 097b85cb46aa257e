import type { LabelMap } from '../contract/label-map.ts'
import type { PackClass } from '../contract/pack-facts.ts'
import { classIdsByColour, colourKey } from './class-colours.ts'
import { ImageError } from './image-error.ts'
import { foreignColours, unknownClasses } from './layout-complaints.ts'
import { pictureFormat } from './picture-format.ts'
import { readLayoutPng, type LayoutPixels } from './read-layout-png.ts'

/**
 * A layout file as class ids of a pack. Three kinds of PNG are understood: 8-bit grey and indexed
 * ones, whose values are class ids, and RGB ones painted in exactly the colours of the pack's classes.
 *
 * @param bytes the whole file
 * @param name the file's name for messages
 * @param classes of the pack; ids of aliases are accepted and kept
 * @throws ImageError `looks-like-photo`, `unknown-class`, `unsupported`, `not-an-image`, `damaged` or `too-large`.
 */
export function decodeLayout(bytes: Uint8Array, name: string, classes: readonly PackClass[]): LabelMap {
  checkFormat(bytes, name)
  const pixels = readLayoutPng(bytes, name)
  if (pixels.kind === 'colours') return fromColours(pixels, name, classes)
  const { width, height } = pixels
  const data = idsOfRepaintedPalette(pixels, classes) ?? pixels.values
  const known = new Set(classes.flatMap(({ id, aliases }) => [id, ...aliases.map((alias) => alias.id)]))
  // A pack without classes (face edges) leaves the meaning of ids to the host.
  if (known.size > 0 && data.some((id) => !known.has(id))) throw unknownClasses(data, known, name)
  return { width, height, data }
}

type ValuePixels = Extract<LayoutPixels, { kind: 'values' }>
type ColourPixels = Extract<LayoutPixels, { kind: 'colours' }>

function checkFormat(bytes: Uint8Array, name: string): void {
  const format = pictureFormat(bytes)
  if (format === 'png') return
  if (format === undefined) {
    throw new ImageError(
      'not-an-image',
      `${name} is not a picture: a layout is a PNG of class ids or of the pack's colours.`,
    )
  }
  const photo = format === 'jpeg' || format === 'webp' || format === 'avif' || format === 'heic'
  throw new ImageError(
    photo ? 'looks-like-photo' : 'unsupported',
    `${name} is a ${format.toUpperCase()} file, but a layout must be a PNG of class ids or of the pack's colours${photo ? ', since photo compression blurs them' : ''}: save it as PNG.`,
  )
}

function fromColours(pixels: ColourPixels, name: string, classes: readonly PackClass[]): LabelMap {
  const { width, height, rgb } = pixels
  const ids = classIdsByColour(classes)
  const data = new Uint8Array(width * height)
  for (let pixel = 0; pixel < data.length; pixel++) {
    const offset = pixel * 3
    const id = ids.get(colourKey(rgb[offset] ?? 0, rgb[offset + 1] ?? 0, rgb[offset + 2] ?? 0))
    if (id === undefined) throw foreignColours(pixels, ids, name)
    data[pixel] = id
  }
  return { width, height, data }
}

/**
 * PNG optimisers turn an RGB layout into an indexed one whose indices are arbitrary. When every
 * colour in use is exactly one of the pack's, the colours are what the author meant, not the indices.
 * Files that we wrote give the same ids either way (aliases excepted, whose colour is shared).
 */
function idsOfRepaintedPalette(pixels: ValuePixels, classes: readonly PackClass[]): Uint8Array | undefined {
  const { palette, values } = pixels
  if (palette === undefined) return undefined
  const ids = classIdsByColour(classes)
  const aliasColours = new Map(
    classes.flatMap(({ id, colour, aliases }) =>
      [id, ...aliases.map((alias) => alias.id)].map((any) => [any, colourKey(...colour)]),
    ),
  )
  const meaning = new Map<number, number>()
  let repainted = false
  for (const index of new Set(values)) {
    const [red, green, blue] = palette[index] ?? []
    if (red === undefined || green === undefined || blue === undefined) return undefined
    const key = colourKey(red, green, blue)
    const id = ids.get(key)
    if (id === undefined) return undefined
    if (aliasColours.get(index) !== key) repainted = true
    meaning.set(index, id)
  }
  return repainted ? values.map((index) => meaning.get(index) ?? 0) : undefined
}
