import type { LabelImage } from '../../../electron/contract/image-file.ts'

/** A value or colour that a label image has. */
export interface KeyCount {
  /** A stored value 0..255, or 0xRRGGBB. */
  readonly key: number
  readonly count: number
  /** Mean row of its pixels: 0 = top, 1 = bottom. */
  readonly height: number
}

/** Label images have few colours; a picture with more is a photo. */
export const MOST_KEYS = 256

/** One key per pixel. */
export function keysOf(image: LabelImage): Uint32Array {
  if (image.kind === 'values') return Uint32Array.from(image.values)
  const keys = new Uint32Array(image.width * image.height)
  for (let index = 0; index < keys.length; index += 1) {
    const from = 3 * index
    keys[index] = ((image.rgb[from] ?? 0) << 16) | ((image.rgb[from + 1] ?? 0) << 8) | (image.rgb[from + 2] ?? 0)
  }
  return keys
}

/** The keys of an image, most frequent first; undefined when it has too many to be labels. */
export function countKeys(keys: Uint32Array, width: number): readonly KeyCount[] | undefined {
  const found = new Map<number, { count: number; rows: number }>()
  const rows = Math.max(1, keys.length / width - 1)
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0
    const entry = found.get(key)
    const row = Math.floor(index / width)
    if (entry === undefined) {
      if (found.size === MOST_KEYS) return undefined
      found.set(key, { count: 1, rows: row })
    } else {
      entry.count += 1
      entry.rows += row
    }
  }
  return [...found]
    .map(([key, entry]) => ({ key, count: entry.count, height: entry.rows / entry.count / rows }))
    .sort((one, other) => other.count - one.count || one.key - other.key)
}
