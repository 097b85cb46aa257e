import type { ClassLight } from '../detail/class-light.ts'
import { FORBIDDEN, type Colours, type Labels } from '../detail/raster.ts'

/** How bright and colourful the pixels of a class are: sums over them, in 8-bit steps. */
interface ClassTone {
  readonly count: number
  readonly luminance: number
  readonly squaredLuminance: number
  /** Of the distances of red, green and blue from the luminance. */
  readonly chroma: number
}

export type ToneByClass = ReadonlyMap<number, ClassTone>

/** How what is lent is fitted to the photo: luminance · gain + offset, in 8-bit steps, and distances from it · chroma. */
export interface Tone {
  readonly gain: number
  readonly offset: number
  readonly chroma: number
}

const UNCHANGED: Tone = { gain: 1, offset: 0, chroma: 1 }

/** A class on fewer pixels than this share of either picture says nothing about its light. */
const LEAST_SHARE = 0.03
/** How far a lent class follows the difference between the two photos: part of it is the class's own look. */
const FOLLOWED = 0.8
const LEAST_GAIN = 0.7
const MOST_GAIN = 1.5
const MOST_SHIFT = 80
const LEAST_CHROMA = 0.4
const MOST_CHROMA = 1.2
/** Distances so small are noise of grey. */
const GREY = 2

/** @param labels at the size of the colours; `FORBIDDEN` pixels count for nothing */
export function toneByClass({ data }: Colours, labels: Labels): ToneByClass {
  const result = new Map<number, { -readonly [Sum in keyof ClassTone]: number }>()
  for (let at = 0; at < labels.data.length; at++) {
    const label = labels.data[at] ?? FORBIDDEN
    if (label === FORBIDDEN) continue
    let entry = result.get(label)
    if (entry === undefined) result.set(label, (entry = { count: 0, luminance: 0, squaredLuminance: 0, chroma: 0 }))
    const luminance = luminanceAt(data, at * 3)
    entry.count++
    entry.luminance += luminance
    entry.squaredLuminance += luminance * luminance
    for (let value = at * 3; value < at * 3 + 3; value++) entry.chroma += Math.abs((data[value] ?? 0) - luminance) / 3
  }
  return result
}

function luminanceAt(data: ArrayLike<number>, at: number): number {
  return 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0)
}

/**
 * Fits a lent class to the light of the photo it is lent to: mean and spread of luminance, and how colourful it is, are moved
 * as they differ between the rest of both photos, by the classes that both show where there are any (after Reinhard et al.
 * 2001).
 */
export function lentTone(lender: ToneByClass, photo: ToneByClass, classId: number): Tone {
  const lenders = others(lender, classId)
  const photos = others(photo, classId)
  const common = [...lenders.keys()].filter((label) => photos.has(label))
  const labels = common.length > 0 ? common : undefined
  const from = moments(lenders, labels)
  const to = moments(photos, labels)
  if (from === undefined || to === undefined) return UNCHANGED
  const gain = followed(to.spread / Math.max(4, from.spread), LEAST_GAIN, MOST_GAIN)
  const lent = lender.get(classId)
  const own = lent === undefined ? from.mean : lent.luminance / lent.count
  // Nothing becomes so bright or dark that its texture is lost.
  const reach = 2 * gain * (lent === undefined ? 0 : spreadOf(lent))
  const most = Math.min(MOST_SHIFT, Math.max(0, 255 - own - reach))
  const least = Math.max(-MOST_SHIFT, Math.min(0, reach - own))
  const shift = Math.min(Math.max(FOLLOWED * (to.mean - from.mean), least), most)
  // The mean moves by the shift alone; contrast changes around it.
  const chroma = followed((to.chroma + GREY) / (from.chroma + GREY), LEAST_CHROMA, MOST_CHROMA)
  return { gain, offset: own + shift - gain * own, chroma }
}

function followed(ratio: number, least: number, most: number): number {
  return 1 + FOLLOWED * (Math.min(Math.max(ratio, least), most) - 1)
}

/** Colours of one class under another tone; other pixels stay, and all do where there is no tone. */
export function toned(colours: Colours, labels: Labels, classId: number, tone: Tone | undefined): Colours {
  if (tone === undefined) return colours
  const data = new Float32Array(colours.data)
  for (let at = 0; at < labels.data.length; at++) if (labels.data[at] === classId) changeTone(data, at * 3, tone)
  return { ...colours, data }
}

/** Light of the classes that have a tone, under it. */
export function tonedLight(light: ClassLight, tones: ReadonlyMap<number, Tone>): ClassLight {
  const cells = new Map(light.cells)
  for (const [label, tone] of tones) {
    const own = cells.get(label)?.slice()
    if (own === undefined) continue
    for (let at = 0; at < own.length; at += 3) changeTone(own, at, tone)
    cells.set(label, own)
  }
  return { ...light, cells }
}

function changeTone(data: Float32Array, at: number, { gain, offset, chroma }: Tone): void {
  const luminance = luminanceAt(data, at)
  const wanted = luminance * gain + offset
  for (let value = at; value < at + 3; value++)
    data[value] = Math.min(Math.max(wanted + chroma * ((data[value] ?? 0) - luminance), 0), 255)
}

function others(tones: ToneByClass, classId: number): ToneByClass {
  const total = [...tones.values()].reduce((sum, { count }) => sum + count, 0)
  return new Map([...tones].filter(([label, { count }]) => label !== classId && count >= LEAST_SHARE * total))
}

/** Each class counts alike: a photo with more sky is no brighter photo. */
function moments(
  tones: ToneByClass,
  labels: readonly number[] | undefined,
): { readonly mean: number; readonly spread: number; readonly chroma: number } | undefined {
  const entries = [...tones].filter(([label]) => labels === undefined || labels.includes(label))
  if (entries.length === 0) return undefined
  let mean = 0
  let spread = 0
  let colourful = 0
  for (const [, tone] of entries) {
    mean += tone.luminance / tone.count / entries.length
    spread += spreadOf(tone) / entries.length
    colourful += tone.chroma / tone.count / entries.length
  }
  return { mean, spread, chroma: colourful }
}

function spreadOf({ count, luminance, squaredLuminance }: ClassTone): number {
  return Math.sqrt(Math.max(0, squaredLuminance / count - (luminance / count) ** 2))
}
