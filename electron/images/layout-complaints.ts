import { colourHex, colourKey } from './class-colours.ts'
import { ImageError } from './image-error.ts'

/** How many culprits a sentence names before it says "and n more". */
const NAMED = 8

/** A painting has few colours; a picture with more foreign colours than this is taken for a photo. */
const PHOTO_COLOURS = 64

/** Grey photos use most of the 256 values; a label map with more unknown values than this is taken for one. */
const PHOTO_VALUES = 48

/** Says which ids of a layout no class of the pack has, most frequent first, or that it is a photo. */
export function unknownClasses(ids: Uint8Array, known: ReadonlySet<number>, name: string): ImageError {
  const counts = new Map<number, number>()
  for (const id of ids) if (!known.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  if (counts.size > PHOTO_VALUES) return photo(name, `${String(counts.size)} grey values that are no class ids`)
  const culprits = mostFrequent(counts).map(([id, count]) => `${String(id)} (${pixelCount(count)})`)
  return new ImageError(
    'unknown-class',
    `${name} has class ids that the pack does not know: ${listed(culprits, counts.size)}; paint only classes that it has.`,
  )
}

/** Names the colours of an RGB layout that are not in the pack's palette, with the first position of each, or says that it is a photo. */
export function foreignColours(
  pixels: { readonly width: number; readonly rgb: Uint8Array },
  known: ReadonlyMap<number, number>,
  name: string,
): ImageError {
  const { width, rgb } = pixels
  const counts = new Map<number, number>()
  const firstPixel = new Map<number, number>()
  let grey = true
  for (let offset = 0; offset < rgb.length; offset += 3) {
    const red = rgb[offset] ?? 0
    const green = rgb[offset + 1] ?? 0
    const blue = rgb[offset + 2] ?? 0
    grey &&= red === green && green === blue
    const key = colourKey(red, green, blue)
    if (known.has(key)) continue
    counts.set(key, (counts.get(key) ?? 0) + 1)
    if (!firstPixel.has(key)) firstPixel.set(key, offset / 3)
  }
  const foreign = [...counts.values()].reduce((sum, count) => sum + count, 0)
  // Smoothed borders bring hundreds of colours too, but only along the borders.
  if (counts.size > PHOTO_COLOURS && foreign * 3 > rgb.length / 2)
    return photo(name, `${String(counts.size)} colours that are not in the pack's palette`)
  if (grey) {
    return new ImageError(
      'unsupported',
      `${name} holds grey values saved as RGB: if they are class ids, save the layout as an 8-bit grey PNG.`,
    )
  }
  const culprits = mostFrequent(counts).map(([key, count]) => {
    const first = firstPixel.get(key) ?? 0
    return `${colourHex(key)} (${pixelCount(count)}, first at x ${String(first % width)}, y ${String(Math.floor(first / width))})`
  })
  return new ImageError(
    'unknown-class',
    `${name} has colours that are not in the pack's palette: ${listed(culprits, counts.size)}; paint without anti-aliasing in its own colours.`,
  )
}

function photo(name: string, evidence: string): ImageError {
  return new ImageError('looks-like-photo', `${name} looks like a photo and not like a layout: it has ${evidence}.`)
}

function mostFrequent(counts: ReadonlyMap<number, number>): readonly (readonly [number, number])[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b).slice(0, NAMED)
}

function listed(culprits: readonly string[], total: number): string {
  const rest = total - culprits.length
  return culprits.join(', ') + (rest > 0 ? ` and ${String(rest)} more` : '')
}

function pixelCount(count: number): string {
  return count === 1 ? '1 pixel' : `${String(count)} pixels`
}
