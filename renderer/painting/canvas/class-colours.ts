import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { UNLABELLED } from '../../model/raster/label-raster.ts'

/** Colours of class ids as the bytes of a canvas (red lowest), fully opaque; 0 where nothing is painted. */
export interface ClassColours {
  /** 256 colours. */
  readonly plain: Uint32Array
  /** 256 darker or lighter ones, for the lines of the hatch. */
  readonly line: Uint32Array
  /** 256 numbers of a hatch pattern; each class has its own. */
  readonly pattern: Uint8Array
  readonly hatched: boolean
}

/** Ids that no class of the pack has get this colour, so that the user notices them. */
const UNKNOWN: readonly [number, number, number] = [255, 0, 220]

export function classColours(classes: readonly PackClass[], hatched: boolean): ClassColours {
  const plain = new Uint32Array(256).fill(packed(UNKNOWN))
  const line = new Uint32Array(256).fill(packed([0, 0, 0]))
  const pattern = new Uint8Array(256)
  classes.forEach((entry, index) => {
    for (const id of [entry.id, ...entry.aliases.map((alias) => alias.id)]) {
      plain[id] = packed(entry.colour)
      line[id] = packed(contrasting(entry.colour))
      pattern[id] = index
    }
  })
  plain[UNLABELLED] = 0
  return { plain, line, pattern, hatched }
}

const marks = new Map<string, ClassColours>()

/**
 * The same colour for every id, in stripes that let what lies below show through; the same object for the same colour.
 */
export function markColours(colour: readonly [number, number, number]): ClassColours {
  const key = colour.join(' ')
  const known = marks.get(key)
  if (known !== undefined) return known
  const plain = new Uint32Array(256).fill((packed(colour) & 0x00ffffff) | (70 << 24))
  plain[UNLABELLED] = 0
  const made = { plain, line: new Uint32Array(256).fill(packed(colour)), pattern: new Uint8Array(256), hatched: true }
  made.line[UNLABELLED] = 0
  marks.set(key, made)
  return made
}

/** The colour of a class id at a pixel, hatched if asked for. */
export function colourAt(colours: ClassColours, id: number, x: number, y: number): number {
  const onLine = colours.hatched && isHatchLine(colours.pattern[id] ?? 0, x, y)
  return (onLine ? colours.line[id] : colours.plain[id]) ?? 0
}

/** Eight patterns of two widths, distinguishable without colour; the period is 8 or 12 pixels. */
export function isHatchLine(pattern: number, x: number, y: number): boolean {
  const period = pattern % 16 < 8 ? 8 : 12
  switch (pattern % 8) {
    case 0:
      return (x + y) % period === 0
    case 1:
      return (x - y + 4096) % period === 0
    case 2:
      return y % period === 0
    case 3:
      return x % period === 0
    case 4:
      return x % period < 2 && y % period < 2
    case 5:
      return (x + y) % period === 0 || (x - y + 4096) % period === 0
    case 6:
      return x % period === 0 || y % period === 0
    default:
      return (x + 2 * y) % period === 0
  }
}

function packed([red, green, blue]: readonly [number, number, number]): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0
}

function contrasting([red, green, blue]: readonly [number, number, number]): [number, number, number] {
  const light = 0.299 * red + 0.587 * green + 0.114 * blue > 110
  const towards = light ? 0 : 255
  const mix = (value: number): number => Math.round(value + (towards - value) * 0.45)
  return [mix(red), mix(green), mix(blue)]
}
