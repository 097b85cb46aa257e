import type { LabelMap } from '../contract/label-map.ts'
import { widened } from '../detail/class-codes.ts'
import type { Colours } from '../detail/raster.ts'
import { classTable } from './class-table.ts'
import type { PartClasses } from './part-classes.ts'
import type { Fraying } from './frayed-mask.ts'
import { unsureStrands } from './unsure-strands.ts'
import { seenThrough } from './see-through.ts'

/** How what changes goes on from what the photo shows; hair lies over everything else. */
const CONTINUED_WAYS = ['textured', 'smooth', 'hairy'] as const
type ContinuedWay = (typeof CONTINUED_WAYS)[number]

/** One of the steps in which a part of a photo, such as a face, is changed. */
export interface PartStep {
  /**
   * Whether what changes goes on from what the photo shows, with its texture, smoothly or as hair, or is painted by the pack.
   */
  readonly way: ContinuedWay | 'painted'
  readonly before: LabelMap
  readonly after: LabelMap
  /** Non-zero where the photo is made anew although its class stays. */
  readonly anew: LabelMap
  /** Non-zero where the photo stays. */
  readonly keep: LabelMap
  /** Where hair frays. */
  readonly fraying: Fraying | undefined
  /** 1 where labels are not to be trusted. */
  readonly unsure: Uint8Array
  /** What the pack is to paint: also what is seen through and therefore not made. */
  readonly shown: LabelMap
}

/** A part that is changed; all maps have one size. */
export interface ChangedPart {
  readonly before: LabelMap
  readonly after: LabelMap
  readonly keep: LabelMap | undefined
  readonly anew: LabelMap
  /** 1 where the photo belongs to the part. */
  readonly inside: Uint8Array
  /** Side of the part in cells. */
  readonly side: number
  /** The photo at the size of the maps. */
  readonly colours: Colours
  readonly classes: PartClasses
  /** Classes that other photos lend. */
  readonly lent: readonly number[]
}

/** A class that the part shows on less than this share of what is to become it cannot go on there. */
const LEAST_SUPPLY = 0.25
/** How far things end past their labels, as a share of the part's side: the shadow of a rim, and wisps of hair. */
const PAST_LABELS = 0.009
const PAST_HAIR = 0.03
/** Over how much of the part's side hair ends strand by strand. */
const FRAYING = 0.02

/**
 * The steps of a change: first everything that only has to go on from what the photo shows beside it, such as the background
 * behind hair that is cut, or the skin under the rim of glasses; then what has a shape, such as a mouth, as the pack paints it.
 */
export function partSteps(part: ChangedPart): readonly PartStep[] {
  const { before, after, classes, colours, side } = part
  const { width, height } = before
  const { behind, within } = seenThrough(before, after, classes.seeThrough, colours, side)
  // Maps that nothing changes in are not copied: most edits have nothing that is seen through, and keep nothing.
  const own = behind.includes(1)
    ? { ...before, data: before.data.map((label, at) => (behind[at] === 1 ? (after.data[at] ?? 0) : label)) }
    : before
  const anew =
    behind.includes(1) || within.includes(1)
      ? part.anew.data.map((value, at) => (behind[at] === 1 || within[at] === 1 ? 0 : value))
      : part.anew.data
  const wanted =
    part.keep === undefined && !within.includes(1)
      ? after
      : {
          ...after,
          data: after.data.map((label, at) => (within[at] === 1 || isKept(part, at) ? (own.data[at] ?? 0) : label)),
        }
  const continued = continuedCells(part, own, wanted, anew)
  const goesOn = continued.includes(1)
  const look = (label: number): number => classes.continued.get(label) ?? label
  const looks = Uint8Array.from({ length: 256 }, (_, label) => look(label))
  const isContinued = classTable((label) => classes.continued.has(label))
  const empty = { width, height, data: new Uint8Array(width * height) }
  let unsure: Uint8Array | undefined
  const steps: PartStep[] = []
  for (const way of goesOn ? CONTINUED_WAYS : []) {
    const isWay = classTable((label) => wayOf(look(label), classes) === way)
    const cells = continued.map((value, at) => value & (isWay[wanted.data[at] ?? 0] ?? 0))
    if (!cells.includes(1)) continue
    unsure ??= unsureStrands(own, classes.strands, part)
    const doubtful = unsure
    const past = pastLabels(part, own, wanted, cells, behind)
    const made = {
      ...own,
      data: own.data.map((label, at) => looks[continued[at] === 1 ? (wanted.data[at] ?? 0) : label] ?? 0),
    }
    const spread = way === 'hairy' ? spreadHair(made, cells, part) : spreadIntoHair(made, cells, part)
    const stays = own.data.map((label, at) =>
      isKept(part, at) || (continued[at] !== 1 && isContinued[label] === 0) ? 1 : 0,
    )
    steps.push({
      way,
      before: made,
      after: made,
      anew: { ...empty, data: past.map((value, at) => value | (cells[at] ?? 0)) },
      keep: { ...empty, data: stays },
      fraying: spread.includes(1) ? { cells: spread, hair: way === 'hairy' ? 'made' : 'photo' } : undefined,
      unsure: spread.map((value, at) => value | (doubtful[at] ?? 0)),
      shown: made,
    })
  }
  const goneOver = goesOn
    ? { ...own, data: own.data.map((label, at) => (continued[at] === 1 ? (wanted.data[at] ?? 0) : label)) }
    : own
  const left = goesOn ? anew.map((value, at) => (continued[at] === 1 ? 0 : value)) : anew
  if (left.includes(1) || wanted.data.some((label, at) => label !== goneOver.data[at]))
    steps.push({
      way: 'painted',
      before: goneOver,
      after: wanted,
      anew: { ...empty, data: left },
      keep: part.keep ?? empty,
      fraying: undefined,
      unsure: empty.data,
      shown: { ...wanted, data: wanted.data.map((label, at) => (within[at] === 1 ? (after.data[at] ?? 0) : label)) },
    })
  return steps
}

/**
 * Lets hair that comes reach a little past its labels, over what is beside it.
 *
 * @returns 1 where it does
 */
function spreadHair(made: LabelMap, cells: Uint8Array, { classes, side }: ChangedPart): Uint8Array {
  const { width, height, data } = made
  const spread = new Uint8Array(cells.length)
  for (const strand of classes.strands)
    widened(cells, width, height, 1 + Math.round(FRAYING * side)).forEach((value, at) => {
      if (value !== 1 || cells[at] === 1 || data[at] === strand || !classes.continued.has(data[at] ?? 0)) return
      data[at] = strand
      spread[at] = 1
    })
  return spread
}

/**
 * Lets what comes beside hair reach a little into the hair.
 *
 * @returns 1 where it does
 */
function spreadIntoHair(made: LabelMap, cells: Uint8Array, part: ChangedPart): Uint8Array {
  const { width, height, data } = made
  const spread = new Uint8Array(cells.length)
  const reach = 1 + Math.round(FRAYING * part.side)
  const isStrand = classTable((label) => part.classes.strands.has(label))
  for (const label of new Set(data.filter((_, at) => cells[at] === 1))) {
    const comes = cells.map((value, at) => (value === 1 && data[at] === label ? 1 : 0))
    const near = widened(comes, width, height, reach)
    for (let at = 0; at < near.length; at++) {
      if (near[at] !== 1 || cells[at] === 1 || isStrand[data[at] ?? 0] !== 1 || isKept(part, at)) continue
      data[at] = label
      spread[at] = 1
    }
  }
  return spread
}

function wayOf(look: number, { smooth, strands }: PartClasses): ContinuedWay {
  if (strands.has(look)) return 'hairy'
  return smooth.has(look) ? 'smooth' : 'textured'
}

function isKept({ keep }: ChangedPart, at: number): boolean {
  return keep !== undefined && keep.data[at] !== 0
}

/** 1 where what changes becomes a class that goes on evenly, and of which the part shows enough. */
function continuedCells(
  { inside, classes, lent }: ChangedPart,
  own: LabelMap,
  wanted: LabelMap,
  anew: Uint8Array,
): Uint8Array {
  const { continued } = classes
  // By class, and later added up by look.
  const supplied = new Uint32Array(256)
  const demanded = new Uint32Array(256)
  const mayGoOn = classTable((label) => continued.has(label) && !lent.includes(label))
  const candidate = new Uint8Array(own.data.length)
  for (let at = 0; at < candidate.length; at++) {
    if (inside[at] !== 1) continue
    const label = wanted.data[at] ?? 0
    if (own.data[at] === label && anew[at] === 0) supplied[label] = (supplied[label] ?? 0) + 1
    else if (mayGoOn[label] === 1) {
      candidate[at] = 1
      demanded[label] = (demanded[label] ?? 0) + 1
    }
  }
  const sumOf = (counts: Uint32Array, look: number | undefined): number =>
    [...continued].reduce((sum, [label, each]) => (each === look ? sum + (counts[label] ?? 0) : sum), 0)
  const isSupplied = classTable((label) => {
    const look = continued.get(label)
    return sumOf(supplied, look) >= LEAST_SUPPLY * sumOf(demanded, look)
  })
  return candidate.map((value, at) => value & (isSupplied[wanted.data[at] ?? 0] ?? 0))
}

/** Cells beside what goes, where it may still be seen although their class stays. */
function pastLabels(
  { side, classes }: ChangedPart,
  own: LabelMap,
  wanted: LabelMap,
  continued: Uint8Array,
  behind: Uint8Array,
): Uint8Array {
  const { width, height } = own
  const result = new Uint8Array(own.data.length)
  const isSoft = classTable((label) => classes.soft.has(label))
  for (const look of new Set(classes.continued.values())) {
    const isLook = classTable((label) => classes.continued.get(label) === look)
    const gone = continued.map((value, at) => value & (isLook[wanted.data[at] ?? 0] ?? 0))
    if (!gone.includes(1)) continue
    const hairy = gone.some((value, at) => value === 1 && isSoft[own.data[at] ?? 0] === 1)
    const near = widened(gone, width, height, 1 + Math.round((hairy ? PAST_HAIR : PAST_LABELS) * side))
    for (let at = 0; at < near.length; at++)
      if (near[at] === 1 && behind[at] !== 1 && isLook[own.data[at] ?? 0] === 1 && isLook[wanted.data[at] ?? 0] === 1)
        result[at] = 1
  }
  return result
}
