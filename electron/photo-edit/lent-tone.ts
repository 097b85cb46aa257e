import type { ClassLight } from '../detail/class-light.ts'
import { FORBIDDEN, type Colours, type Labels } from '../detail/raster.ts'

/** How bright the pixels of each class are: counts, sums and sums of squares of their luminance in 8-bit steps. */
export type LuminanceByClass = ReadonlyMap<
  number,
  { readonly count: number; readonly sum: number; readonly squares: number }
>

/** Brightness and contrast by which what is lent is fitted to the photo: value · gain + offset, in 8-bit steps. */
export interface Tone {
  readonly gain: number
  readonly offset: number
}

/** A class on fewer pixels than this share of either picture says nothing about its light. */
const LEAST_SHARE = 0.03
/** How far a lent class follows the difference between the two photos: part of it is the class's own look. */
const FOLLOWED = 0.8
const LEAST_GAIN = 0.7
const MOST_GAIN = 1.5
const MOST_SHIFT = 80

/** @param labels at the size of the colours; `FORBIDDEN` pixels count for nothing */
export function luminanceByClass({ data }: Colours, labels: Labels): LuminanceByClass {
  const result = new Map<number, { count: number; sum: number; squares: number }>()
  for (let at = 0; at < labels.data.length; at++) {
    const label = labels.data[at] ?? FORBIDDEN
    if (label === FORBIDDEN) continue
    let entry = result.get(label)
    if (entry === undefined) result.set(label, (entry = { count: 0, sum: 0, squares: 0 }))
    const value = 0.2126 * (data[at * 3] ?? 0) + 0.7152 * (data[at * 3 + 1] ?? 0) + 0.0722 * (data[at * 3 + 2] ?? 0)
    entry.count++
    entry.sum += value
    entry.squares += value * value
  }
  return result
}

/**
 * Fits a lent class to the light of the photo it is lent to: mean and spread of luminance are moved as they differ between the
 * rest of both photos, by the classes that both show where there are any (Reinhard et al. 2001, on luminance alone).
 */
export function lentTone(lender: LuminanceByClass, photo: LuminanceByClass, classId: number): Tone {
  const lenders = others(lender, classId)
  const photos = others(photo, classId)
  const common = [...lenders.keys()].filter((label) => photos.has(label))
  const labels = common.length > 0 ? common : undefined
  const from = moments(lenders, labels)
  const to = moments(photos, labels)
  if (from === undefined || to === undefined) return { gain: 1, offset: 0 }
  const ratio = Math.min(Math.max(to.spread / Math.max(4, from.spread), LEAST_GAIN), MOST_GAIN)
  const gain = 1 + FOLLOWED * (ratio - 1)
  const shift = Math.min(Math.max(FOLLOWED * (to.mean - from.mean), -MOST_SHIFT), MOST_SHIFT)
  // The mean moves by the shift alone; contrast changes around it.
  const own = meanOf(lender, classId) ?? from.mean
  return { gain, offset: own + shift - gain * own }
}

/** Colours of one class under another tone; other pixels stay, and all do where there is no tone. */
export function toned(colours: Colours, labels: Labels, classId: number, tone: Tone | undefined): Colours {
  if (tone === undefined) return colours
  const { gain, offset } = tone
  const data = new Float32Array(colours.data)
  for (let at = 0; at < labels.data.length; at++) {
    if (labels.data[at] !== classId) continue
    for (let value = at * 3; value < at * 3 + 3; value++)
      data[value] = Math.min(Math.max((data[value] ?? 0) * gain + offset, 0), 255)
  }
  return { ...colours, data }
}

/** Light of the classes that have a tone, under it. */
export function tonedLight(light: ClassLight, tones: ReadonlyMap<number, Tone>): ClassLight {
  const cells = new Map(light.cells)
  for (const [label, { gain, offset }] of tones) {
    const own = cells.get(label)
    if (own !== undefined)
      cells.set(
        label,
        own.map((value) => value * gain + offset),
      )
  }
  return { ...light, cells }
}

function others(luminance: LuminanceByClass, classId: number): LuminanceByClass {
  const total = [...luminance.values()].reduce((sum, { count }) => sum + count, 0)
  return new Map([...luminance].filter(([label, { count }]) => label !== classId && count >= LEAST_SHARE * total))
}

function meanOf(luminance: LuminanceByClass, classId: number): number | undefined {
  const entry = luminance.get(classId)
  return entry === undefined || entry.count === 0 ? undefined : entry.sum / entry.count
}

/** Each class counts alike: a photo with more sky is no brighter photo. */
function moments(
  luminance: LuminanceByClass,
  labels: readonly number[] | undefined,
): { readonly mean: number; readonly spread: number } | undefined {
  const entries = [...luminance].filter(([label]) => labels === undefined || labels.includes(label))
  if (entries.length === 0) return undefined
  let mean = 0
  let spread = 0
  for (const [, { count, sum, squares }] of entries) {
    mean += sum / count / entries.length
    spread += Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)) / entries.length
  }
  return { mean, spread }
}
