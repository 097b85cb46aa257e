import { readFileSync } from 'node:fs'
import path from 'node:path'
import { classMapOf } from '../../../electron/contract/class-maps.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { RequestOf } from '../../../electron/contract/recipes/recipe.ts'
import { resampleColours } from '../../../electron/detail/resample-colours.ts'
import { decodePhoto } from '../../../electron/images/decode-photo.ts'
import { resizeNearest } from '../../../electron/resampling/nearest.ts'
import { resultOf, type BenchHost } from '../engine/bench-host.ts'
import { largePhoto } from './large-photo.ts'

const PHOTO = 'test/fixtures/faces/male_42.jpg'
/** Twelve megapixels, as the fixture is square. */
const WIDTH = 3464
const WORKING = 2048
const DOCUMENT = 1024
/** Side of the copy that previews are made in. */
const PREVIEW = 768
const BACKGROUND = 0
const BROWS = [6, 7]
const HAIR = 13
const INSIDE = 10
const UPPER_LIP = 11
const LOWER_LIP = 12

type Edit = RequestOf<'photo-edit'>

/** A portrait of twelve megapixels and what is done to it. Every edit takes a number, so that no two are the same. */
export interface PortraitEdits {
  /** At full size. */
  readonly hairAnew: () => Edit
  /** In the small copy: painted by the pack, continued from beside, and moved. */
  readonly previews: Readonly<Record<'brows' | 'shorter hair' | 'a mouth that opens', (number: number) => Edit>>
}

export async function portraitEdits(root: string, host: BenchHost): Promise<PortraitEdits> {
  const sample = await decodePhoto(readFileSync(path.join(root, PHOTO)), PHOTO)
  const image = largePhoto(sample, WIDTH)
  const working = largePhoto(sample, WORKING)
  const small = Uint8Array.from(resampleColours(image, PREVIEW, PREVIEW).data)
  const { condition } = await resultOf(host.client.annotate('face-parts', working, { packId: 'faces', whole: true }))
  const read = classMapOf(condition)
  if (read === undefined) throw new Error('The portrait has no labels.')
  const labels = resizeNearest(read, { width: DOCUMENT, height: DOCUMENT })
  const edit = (changes: Pick<Partial<Edit>, 'after' | 'anew' | 'photo'>): Edit => ({
    recipe: 'photo-edit',
    pack: { id: 'faces' },
    photo: { width: PREVIEW, height: PREVIEW, data: small, channels: 3 },
    original: { image: working, condition: { kind: 'labels', labels } },
    after: labels,
    borrowed: [],
    seed: 0,
    viewId: 'bench',
    revision: 0,
    ...changes,
  })
  return {
    hairAnew: () => edit({ photo: { ...image, channels: 3 }, anew: placesOf(labels, [HAIR]) }),
    previews: {
      brows: (number) => edit({ anew: rightOf(placesOf(labels, BROWS), number) }),
      'shorter hair': (number) => edit({ after: shorterHair(labels, number) }),
      'a mouth that opens': (number) => edit({ after: openedMouth(labels, number) }),
    },
  }
}

/** 1 where the labels have one of the classes. */
export function placesOf(labels: LabelMap, classes: readonly number[]): LabelMap {
  return { ...labels, data: labels.data.map((label) => (classes.includes(label) ? 1 : 0)) }
}

function rightOf(mask: LabelMap, column: number): LabelMap {
  return { ...mask, data: mask.data.map((value, at) => (at % mask.width > column ? value : 0)) }
}

function shorterHair(labels: LabelMap, number: number): LabelMap {
  const { top, bottom } = boundsOf(labels, [HAIR])
  const cut = top + (bottom - top) * 0.15 + number
  const isCut = (label: number, at: number): boolean => label === HAIR && at / labels.width < cut
  return { ...labels, data: labels.data.map((label, at) => (isCut(label, at) ? BACKGROUND : label)) }
}

function openedMouth(labels: LabelMap, number: number): LabelMap {
  const { left, right, top, bottom } = boundsOf(labels, [INSIDE, UPPER_LIP, LOWER_LIP])
  const data = labels.data.slice()
  const middle = (top + bottom) / 2
  for (let x = left; x <= right; x++) {
    const share = Math.sqrt(Math.max(0, 1 - ((2 * x - left - right) / (right - left)) ** 2))
    const lip = ((bottom - top) / 2) * share
    const opening = (12 + number) * share
    for (let y = Math.ceil(middle - lip); y < middle + opening + lip; y++)
      data[y * labels.width + x] = y < middle ? UPPER_LIP : y < middle + opening ? INSIDE : LOWER_LIP
  }
  return { ...labels, data }
}

function boundsOf(
  { width, data }: LabelMap,
  classes: readonly number[],
): { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number } {
  let [left, right, top, bottom] = [Infinity, 0, Infinity, 0]
  data.forEach((label, at) => {
    if (!classes.includes(label)) return
    left = Math.min(left, at % width)
    right = Math.max(right, at % width)
    top = Math.min(top, Math.floor(at / width))
    bottom = Math.floor(at / width)
  })
  return { left, right, top, bottom }
}
