import type { LabelMap } from '../contract/label-map.ts'
import type { PackClass } from '../contract/pack-facts.ts'
import type { RgbImage } from '../contract/rgb-image.ts'

/** sRGB, each 0..255. */
export type Colour = readonly [red: number, green: number, blue: number]

/** Colour of ids that no class claims: mid grey, so that a broken label map stays visible. */
const UNKNOWN_COLOUR: Colour = [128, 128, 128]

/** One number per colour, 0xRRGGBB, to be a map key. */
export function colourKey(red: number, green: number, blue: number): number {
  return (red << 16) | (green << 8) | blue
}

/** The way users write a colour: `#1a2b3c`. */
export function colourHex(key: number): string {
  return `#${key.toString(16).padStart(6, '0')}`
}

/** Colour key → class id; the first class wins where two share a colour. */
export function classIdsByColour(classes: readonly PackClass[]): ReadonlyMap<number, number> {
  const ids = new Map<number, number>()
  for (const { id, colour } of classes) {
    const key = colourKey(...colour)
    if (!ids.has(key)) ids.set(key, id)
  }
  return ids
}

/** 256 colours: entry i is the colour of class id i (aliases take their class's), grey where unknown. */
export function paletteOfClasses(classes: readonly PackClass[]): readonly Colour[] {
  const palette: Colour[] = Array.from({ length: 256 }, () => UNKNOWN_COLOUR)
  for (const { id, colour, aliases } of classes) {
    for (const alias of aliases) palette[alias.id] = colour
    palette[id] = colour
  }
  return palette
}

/** A label map painted in its classes' colours. */
export function paintLabels(labels: LabelMap, classes: readonly PackClass[]): RgbImage {
  const palette = paletteOfClasses(classes)
  const data = new Uint8Array(labels.width * labels.height * 3)
  labels.data.forEach((id, index) => {
    data.set(palette[id] ?? UNKNOWN_COLOUR, index * 3)
  })
  return { width: labels.width, height: labels.height, data }
}
