import type { LabelImage } from '../../../electron/contract/image-file.ts'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import { detectScheme, plausibility } from './detect-scheme.ts'
import { countKeys, keysOf, type KeyCount } from './label-keys.ts'
import { labelSchemes, type LabelScheme } from './label-scheme.ts'

/** A label image with what it may mean. */
export interface ReadLabels {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly kind: 'values' | 'colours'
  readonly keys: Uint32Array
  readonly counts: readonly KeyCount[]
  readonly schemes: readonly LabelScheme[]
  /** The likeliest of the schemes. */
  readonly detected: LabelScheme | undefined
  /** Whether most pixels have a class in it, so that the image is taken for labels without asking. */
  readonly fits: boolean
}

const FITS = 0.8

/** @returns undefined when the image has too many values to be labels */
export function readLabels(name: string, image: LabelImage, classes: readonly PackClass[]): ReadLabels | undefined {
  const keys = keysOf(image)
  const counts = countKeys(keys, image.width)
  if (counts === undefined) return undefined
  const schemes = labelSchemes(image.kind, classes)
  const detected = detectScheme(counts, schemes)
  const fits = detected !== undefined && plausibility(counts, detected) >= FITS
  const { width, height, kind } = image
  return { name: name.replace(/\.[^.]+$/, ''), width, height, kind, keys, counts, schemes, detected, fits }
}
