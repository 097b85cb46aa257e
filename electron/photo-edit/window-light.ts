import { widened } from '../detail/class-codes.ts'
import {
  classLight,
  continuedLight,
  lightColumns,
  lightOfRow,
  textureOf,
  type ClassLight,
} from '../detail/class-light.ts'
import { FORBIDDEN, type Checkpoint, type Colours, type Labels } from '../detail/raster.ts'
import { resampleColours } from '../detail/resample-colours.ts'
import { lightCell } from '../detail/synthesise.ts'
import { withLight } from '../detail/target-level.ts'
import type { Rectangle } from '../contract/photo-patch.ts'
import { boxMeans } from './box-means.ts'
import type { ChangedRegion } from './changed-region.ts'
import { lentTone, toneByClass, tonedLight, type Tone } from './lent-tone.ts'
import { sampledColours } from './photo-colours.ts'
import { labelsOfPart, roughLabelsOfPart } from './photo-source.ts'
import type { EditedWindow } from './edited-window.ts'

/** Longer side at which the photo's light is looked at: some hundred pixels for each cell of light. */
const LIGHT_SIDE = 512

/** How far from the change the photo's tone is looked at, as a share of the longer side. */
const NEARBY = 0.1

/** A window's light, and the generated picture under it. */
export interface WindowLight {
  readonly light: ClassLight
  /** Side of its cells in pixels of the photo. */
  readonly cell: number
  /** At the generated picture's size, or the window's if that is smaller. */
  readonly picture: Colours
  /** How lent classes are fitted to the photo's light. */
  readonly tones: ReadonlyMap<number, Tone>
}

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * The generated picture's light over a window, joined to the photo's. Lent classes are fitted to the light of what the photo
 * shows around the change.
 *
 * @param wanted labels of the whole photo after the edit, over the region's grid
 */
export async function windowLight(
  { photo, window, region, generated, before, borrowed, keptCell }: EditedWindow,
  wanted: Labels,
  checkpoint: Checkpoint,
): Promise<WindowLight> {
  const cell = lightCell(window)
  const painted = resampleColours(
    generated,
    Math.min(generated.width, window.width),
    Math.min(generated.height, window.height),
  )
  const paintedLabels = labelsOfPart(wanted, window, photo, painted)
  await checkpoint()
  const own = classLight(painted, paintedLabels, window, cell)
  const colours = sampledColours(photo, window, LIGHT_SIDE)
  const stays = { ...before, data: before.data.map((label, at) => (region.whole[at] === 1 ? FORBIDDEN : label)) }
  const labels = roughLabelsOfPart(stays, window, photo, colours)
  await checkpoint()
  const tones = new Map<number, Tone>()
  if (borrowed.length > 0) {
    const around = toneByClass(colours, roughLabelsOfPart(surroundingsOf(stays, region), window, photo, colours))
    for (const part of borrowed) tones.set(part.classId, lentTone(part.tones, around, part.classId))
  }
  await checkpoint()
  const light = continuedLight(tonedLight(own, tones), colours, labels, window, cell)
  await checkpoint()
  const pixels = window.width / painted.width
  if (keptCell !== undefined) {
    const shift = { own, joined: light }
    const picture = shifted(painted, paintedLabels, shift, pixels)
    await checkpoint()
    const even = joinedBorder(picture, colours, edgeLabels(region, window, photo, colours, keptCell), window, keptCell)
    return { ...keptLight(even, window, keptCell), tones }
  }
  const texture = textureOf(painted, paintedLabels, own, pixels)
  return { light, cell, picture: withLight({ texture, labels: paintedLabels }, light, pixels), tones }
}

/** A picture moved by as much as its light was, without steps where the labels of two classes meet. */
function shifted(
  picture: Colours,
  labels: Labels,
  { own, joined }: { readonly own: ClassLight; readonly joined: ClassLight },
  pixels: number,
): Colours {
  const { width, height } = picture
  const shift = new Float32Array(width * height * 3)
  const columns = lightColumns(own, width, pixels)
  const from = new Float32Array(width * 3)
  const to = new Float32Array(width * 3)
  for (let y = 0; y < height; y++) {
    lightOfRow(own, columns, labels.data, y * width, y, pixels, from)
    lightOfRow(joined, columns, labels.data, y * width, y, pixels, to)
    for (let at = 0; at < width * 3; at++) shift[y * width * 3 + at] = (to[at] ?? 0) - (from[at] ?? 0)
  }
  const { data } = boxMeans({ width, height, data: shift }, SHIFT_BLUR)
  return { width, height, data: data.map((value, at) => value + (picture.data[at] ?? 0)) }
}

/** Over how many pixels of the generated picture, on either side, the shifts of two classes go over into each other. */
const SHIFT_BLUR = 4

/** Over how many kept cells inside the region what is left of the difference at its border fades. */
const FADING_CELLS = 16
/** No class: the middle of the region, where the generated picture is right as it is. */
const MIDDLE = 1

/** What is to be done where: the photo stays, the border fades, and the middle is the generated picture's. */
function edgeLabels(
  { whole, width, height }: ChangedRegion,
  window: Rectangle,
  photo: Size,
  size: Size,
  cell: number,
): Labels {
  const outside = whole.map((value) => 1 - value)
  const fading = widened(outside, width, height, 1 + Math.round((FADING_CELLS * cell * width) / photo.width))
  const data = whole.map((value, at) => (value === 0 ? 0 : fading[at] === 1 ? FORBIDDEN : MIDDLE))
  return roughLabelsOfPart({ width, height, data }, window, photo, size)
}

/** Brings a picture to the photo along the region's border, with a difference that fades towards its middle. */
function joinedBorder(picture: Colours, photo: Colours, edge: Labels, window: Rectangle, cell: number): Colours {
  const even = { width: picture.width, height: picture.height, data: new Uint8Array(picture.width * picture.height) }
  const own = classLight(picture, even, window, cell)
  const same = resampleColours(picture, photo.width, photo.height)
  const data = new Float32Array(photo.data.length)
  edge.data.forEach((label, at) => {
    const from = label === MIDDLE ? same : photo
    for (let value = at * 3; value < at * 3 + 3; value++) data[value] = from.data[value] ?? 0
  })
  const labels = { ...edge, data: edge.data.map((label) => (label === FORBIDDEN ? FORBIDDEN : 0)) }
  const joined = continuedLight(own, { ...photo, data }, labels, window, cell)
  const pixels = window.width / picture.width
  return withLight({ texture: textureOf(picture, even, own, pixels), labels: even }, joined, pixels)
}

/** The colours of a picture as the light of one class, so that only what is finer is left to be copied. */
function keptLight(picture: Colours, window: Rectangle, cell: number): Omit<WindowLight, 'tones'> {
  const even = { width: picture.width, height: picture.height, data: new Uint8Array(picture.width * picture.height) }
  return { light: classLight(picture, even, window, cell), cell, picture }
}

/** The labels of what stays close to the change; those of other places are forbidden. */
function surroundingsOf(stays: Labels, { whole, width, height }: ChangedRegion): Labels {
  const near = widened(whole, width, height, NEARBY * Math.max(width, height))
  return { ...stays, data: stays.data.map((label, at) => (near[at] === 1 ? label : FORBIDDEN)) }
}
