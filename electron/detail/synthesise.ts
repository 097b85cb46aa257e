import { classCodes, classNumbers } from './class-codes.ts'
import { classLight, textureOf, type ClassLight } from './class-light.ts'
import { emptyField, finerField, type PatchField } from './patch-field.ts'
import { levelCount, pictureLevels, sourceLevel, STRIDE, type SourceLevel, type TargetLevel } from './patch-levels.ts'
import { PatchSearch, type ClassPlaces } from './patch-search.ts'
import { vote } from './patch-vote.ts'
import { halvedLabels } from './pyramid.ts'
import { RandomNumbers } from './random-numbers.ts'
import { restoreDetail } from './restore-detail.ts'
import { resampleColours } from './resample-colours.ts'
import type { Checkpoint, Colours, Labels } from './raster.ts'
import { substituted } from './substitutes.ts'
import { knownLevels, lightOfPatches, withLight, type KnownPart } from './target-level.ts'
import { usableLevels } from './usable-levels.ts'

/** What is to be made, and of what. */
export interface DetailInputs {
  /** Classes at the full size of the result. */
  readonly labels: Labels
  /** What the coarsest level begins with, at any size of the same proportions: the generated picture. */
  readonly picture: Colours
  /** Light of the result, over its full size. */
  readonly light: ClassLight
  /** Absent: all is made. Else what is known and must be fitted to, at the full size. */
  readonly known?: KnownPart
  readonly source: {
    /** At its own full size, in the scale of the result. */
    readonly colours: Colours
    /** `FORBIDDEN` where nothing may be copied. */
    readonly labels: Labels
  }
  /** Light of the source, over its full size, which copies are freed of; absent = by the cells of the result's. */
  readonly sourceLight?: (colours: Colours, labels: Labels) => ClassLight
  /**
   * What copies are chosen by, beside their texture: closer light of the result and of the source. Absent = their light.
   */
  readonly appearance?: {
    readonly wanted: ClassLight
    readonly ofSource: (colours: Colours, labels: Labels) => ClassLight
  }
  /** Class to copy from for classes that the source lacks; see `chooseSubstitutes`. */
  readonly substitutes: ReadonlyMap<number, number>
  /** Whether the finest contrast of what was pasted is given back (`restoreDetail`); absent = yes. */
  readonly restored?: boolean
  /** Where the pack's match sends each part of the result; it is tried first. */
  readonly guide?: Guide
  /** How far from a border a place counts as near it, in pixels; absent = a share of the result's longer side. */
  readonly borderReach?: number
  readonly seed: number
}

/** Places in the source by parts of the target, each 0..1 across the source; −1 = nowhere. */
export interface Guide {
  readonly columns: number
  readonly rows: number
  readonly x: Float32Array
  readonly y: Float32Array
}

/** Shorter side of the coarsest level in pixels: a patch there is a twelfth of the picture. */
const COARSEST = 96
/** How far from a border, as a share of the longer side, a place counts as near it. */
const BORDER_REACH = 0.012
/** Cells of light along the longer side. */
const LIGHT_CELLS = 24

/** How far from a border a place counts as near it, in pixels of a picture. */
export function borderReach({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.max(width, height) * BORDER_REACH
}

/** Side of a cell of light for a picture, in its pixels. */
export function lightCell({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.max(width, height) / LIGHT_CELLS
}

/**
 * Makes a picture with the light of the generated one and the texture of the source: from a coarse level down to the full
 * size every patch finds a place to copy from, neighbours agree on whole pieces, and the pieces are pasted (PatchMatch,
 * Barnes et al. 2009, in the coarse-to-fine manner of Wexler et al. 2007).
 *
 * @param progress told shares of the work, 0..1
 * @returns RGB at the full size of the labels, 8-bit steps with fractions, not clamped; what is known comes back unchanged
 * but for rounding to 1/64
 */
export async function synthesiseDetail(
  inputs: DetailInputs,
  checkpoint: Checkpoint,
  progress: (share: number) => void = () => undefined,
): Promise<Colours & { readonly data: Float32Array }> {
  const { labels: fullLabels, source, light } = inputs
  const { width, height } = fullLabels
  const most = Math.min(
    levelCount(width, height, COARSEST),
    levelCount(source.labels.width, source.labels.height, COARSEST),
  )
  const wanted = substituted(fullLabels, inputs.substitutes)
  const numbers = classNumbers(source.labels.data, wanted.data)
  const reach = inputs.borderReach ?? borderReach(fullLabels)
  const random = new RandomNumbers(inputs.seed + 1)
  await checkpoint()
  const sources = await pictureLevels(source.colours, source.labels, most, checkpoint)
  await checkpoint()
  const count =
    inputs.known === undefined
      ? most
      : usableLevels(
          sources.map(({ labels }) => labels),
          wanted,
          inputs.known.open,
        )
  await checkpoint()
  const coarse = sources[Math.min(2, count - 1)] ?? source
  const sourceLight =
    inputs.sourceLight?.(coarse.colours, coarse.labels) ??
    classLight(coarse.colours, coarse.labels, source.labels, lightCell(fullLabels))
  await checkpoint()
  const sourceAppearance = inputs.appearance?.ofSource(coarse.colours, coarse.labels) ?? sourceLight
  const wantedAppearance = inputs.appearance?.wanted ?? light
  const targetLabels = labelLevels(fullLabels, count)
  await checkpoint()
  const wantedLabels = labelLevels(wanted, count)
  await checkpoint()
  const known = inputs.known === undefined ? undefined : knownLevels(inputs.known, count)
  let field: PatchField | undefined
  let made: TargetLevel | undefined
  let copied: SourceLevel | undefined
  for (let level = count - 1; level >= 0; level--) {
    await checkpoint()
    const pixels = 2 ** level
    const labels = targetLabels[level] ?? fullLabels
    const picture = sources[level] ?? source
    const codes = classCodes(picture.labels, numbers, reach / pixels)
    await checkpoint()
    copied = await sourceLevel(picture, codes, { light: sourceLight, appearance: sourceAppearance }, pixels, checkpoint)
    await checkpoint()
    const start = known?.[level]?.colours ?? resampleColours(inputs.picture, labels.width, labels.height)
    await checkpoint()
    const texture = textureOf(start, labels, light, pixels)
    await checkpoint()
    made = {
      texture,
      labels,
      wanted: wantedCodes(labels, wantedLabels[level] ?? labels, numbers, reach / pixels),
      open: known?.[level]?.open,
    }
    await checkpoint()
    const current: PatchField =
      field === undefined
        ? emptyField(labels.width, labels.height)
        : finerField(field, labels.width, labels.height, copied)
    const search = new PatchSearch(current, copied, made, lightOfPatches(wantedAppearance, labels, pixels), random)
    if (field === undefined) {
      await search.measure(checkpoint)
      if (inputs.guide !== undefined) await guideSearch(search, inputs.guide, copied, checkpoint)
      await search.scatter(placesOf(copied), 24, checkpoint)
    } else await vote(current, copied, made, COARSE_FADE, checkpoint)
    await refine(search, copied, made, level, count, checkpoint)
    field = current
    progress((count - level) / count)
    await checkpoint()
  }
  if (made === undefined || copied === undefined) throw new RangeError('A picture has at least one level.')
  if (inputs.restored !== false && count > 1) await restoreDetail(copied, made, checkpoint)
  return withLight(made, light, 1)
}

const COARSE_FADE = 2
const FINE_FADE = 4

/**
 * Search and pasting in turn, less of it the finer the level is: pieces have been agreed on by then, and three quarters of
 * all patches are on the finest level.
 */
async function refine(
  search: PatchSearch,
  source: SourceLevel,
  target: TargetLevel,
  level: number,
  count: number,
  checkpoint: Checkpoint,
): Promise<void> {
  if (level === 0 && count > 1) {
    await search.measure(checkpoint)
    await search.improve(true, 1, checkpoint)
    return vote(search.field, source, target, FINE_FADE, checkpoint)
  }
  const coarsest = level === count - 1
  const rounds = coarsest ? 6 : Math.min(level + 1, 4)
  for (let round = 0; round < rounds; round++) {
    await search.measure(checkpoint)
    await search.improve(round % 2 === 1, coarsest ? 64 : level === 1 ? 4 : 16, checkpoint)
    await search.improve(round % 2 === 0, level === 1 ? 2 : 8, checkpoint)
    await vote(search.field, source, target, level === 0 ? FINE_FADE : COARSE_FADE, checkpoint)
  }
}

function labelLevels(labels: Labels, count: number): readonly Labels[] {
  const levels = [labels]
  for (let level = 1; level < count; level++) levels.push(halvedLabels(levels[level - 1] ?? labels))
  return levels
}

/**
 * Codes to copy from. Where another class stands in, its borders mean nothing: the rim of a lake must not be made of what the
 * sky shows beside the mountains.
 */
function wantedCodes(own: Labels, wanted: Labels, numbers: ReadonlyMap<number, number>, reach: number): Uint8Array {
  const codes = classCodes(wanted, numbers, reach)
  for (let at = 0; at < codes.length; at++) if (own.data[at] !== wanted.data[at]) codes[at] = (codes[at] ?? 0) & 0xfe
  return codes
}

/** Lets every patch try the place that the pack's match names for it. */
async function guideSearch(
  search: PatchSearch,
  guide: Guide,
  source: SourceLevel,
  checkpoint: Checkpoint,
): Promise<void> {
  const { columns, rows } = search.field
  for (let j = 0; j < rows; j++) {
    if (j % 16 === 0) await checkpoint()
    for (let i = 0; i < columns; i++) {
      const cell =
        Math.min(Math.floor((j * guide.rows) / rows), guide.rows - 1) * guide.columns +
        Math.min(Math.floor((i * guide.columns) / columns), guide.columns - 1)
      const x = guide.x[cell] ?? -1
      if (x < 0) continue
      const y = guide.y[cell] ?? 0
      search.tryPlace(i, j, Math.round(x * source.labels.width) - STRIDE, Math.round(y * source.labels.height) - STRIDE)
    }
  }
}

function placesOf({ allowed, labels, codes }: SourceLevel): ClassPlaces {
  const lists = new Map<number, number[]>()
  const middle = STRIDE * labels.width + STRIDE
  for (let at = 0; at < allowed.length; at++) {
    if (allowed[at] !== 1) continue
    const code = codes[at + middle] ?? 0
    const list = lists.get(code)
    if (list === undefined) lists.set(code, [at])
    else list.push(at)
  }
  return new Map([...lists].map(([code, list]) => [code, Int32Array.from(list)]))
}
