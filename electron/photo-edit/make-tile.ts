import { classLight, lightOfPart } from '../detail/class-light.ts'
import { enlargedPart, type ColourArea } from '../detail/resample-colours.ts'
import type { Checkpoint, Colours, Labels } from '../detail/raster.ts'
import { chooseSubstitutes } from '../detail/substitutes.ts'
import { synthesiseDetail } from '../detail/synthesise.ts'
import type { KnownPart } from '../detail/target-level.ts'
import type { PhotoPatch, Rectangle } from '../contract/photo-patch.ts'
import type { EditedWindow } from './edited-window.ts'
import { fadeIntoFinished, type EditTile } from './edit-tiles.ts'
import { frayedMask } from './frayed-mask.ts'
import { emptyPatch, writeMade, type GrowingPatch } from './growing-patch.ts'
import type { JoinedLight } from './kept-shapes.ts'
import { coloursOf } from './photo-colours.ts'
import { labelsOfPart, photoSources, stacked, type SourcePart } from './photo-source.ts'
import { regionMask } from './region-mask.ts'
import { blendSeam, seamGround } from './seam.ts'

/** A change before it gets its texture, at any size, and its light. */
export interface Outline extends JoinedLight {
  /** What its picture shows, in pixels of the photo. */
  readonly over: Rectangle
}

/** What all tiles of a window are made from. */
export interface WindowMaterial {
  readonly edited: EditedWindow
  /** Labels of the whole photo after the edit, over the region's grid. */
  readonly wanted: Labels
  readonly outline: Outline
  /** The photo's labels where it may be copied from, over the region's grid. */
  readonly available: Labels
  /** Classes that are copied. */
  readonly lending: ReadonlySet<number>
  /** Other photos to copy from, fitted to the light of this one. */
  readonly lent: readonly SourcePart[]
}

/** Who is told how a tile is getting on. */
export interface TileListener {
  /** 0..1 */
  readonly progress: (share: number) => void
  /** Gets the tile with the generated picture's own detail, where that is made in a moment. */
  readonly sketch: ((patch: PhotoPatch) => void) | undefined
}

/** The class of everything where detail is copied without regard to classes. */
export const ONE_CLASS = 0

/** How far labels may lie beside the photo's own borders, as a share of the change's longer side. */
const BORDER_REACH = 0.012

/** Most pixels of the photo's own surroundings that a change, or a tile of it, copies from. */
const MOST_AROUND = 3_000_000
const MOST_AROUND_TILE = 1_000_000

/** Previews are smaller than this. */
const SKETCHED_PIXELS = 500_000

/** Makes what changes in one tile of a window and writes it into the window's patch. */
export async function makeTile(
  { edited, wanted, outline, available, lending, lent }: WindowMaterial,
  patch: GrowingPatch,
  tile: EditTile,
  checkpoint: Checkpoint,
  { progress, sketch }: TileListener,
): Promise<void> {
  const { photo, region, classes, seed } = edited
  const { place } = tile
  const isWhole = place.width === patch.window.width && place.height === patch.window.height
  const mask = regionMask(region, place, photo)
  await checkpoint()
  fadeIntoFinished(tile, mask)
  if (!mask.some(isMade)) return
  const colours = coloursOf(patch.pixels, within(place, patch.window))
  await checkpoint()
  const start = enlargedPart(outline.picture, partOf(outline, place), place.width, place.height)
  await checkpoint()
  const seam = await seamGround(colours, mask, checkpoint)
  await checkpoint()
  if (sketch !== undefined && place.width * place.height <= SKETCHED_PIXELS) {
    const sketched = emptyPatch(photo, place)
    writeMade(sketched, place, mask, await blendSeam(seam, start, checkpoint))
    const { data, mask: shares } = sketched
    sketch({ window: place, data, mask: shares })
  }
  const labels = edited.keptCell === undefined ? labelsOfPart(wanted, place, photo) : evenLabels(place)
  await checkpoint()
  const own = await photoSources(photo, available, place, lending, isWhole ? MOST_AROUND : MOST_AROUND_TILE, checkpoint)
  const source = stacked([...own, ...lent])
  await checkpoint()
  // Only what is made needs something to copy from.
  const substitutes = chooseSubstitutes(labelsWhere(labels, mask), source.labels.data, classes)
  const made = await synthesiseDetail(
    {
      labels,
      picture: start,
      light: lightOfPart(outline.light, { x: place.x - outline.over.x, y: place.y - outline.over.y }),
      known: withStart(colours, start, mask),
      source,
      sourceLight: (from, fromLabels) => classLight(from, fromLabels, source.labels, outline.cell),
      borderReach: BORDER_REACH * Math.max(patch.window.width, patch.window.height),
      substitutes,
      seed,
    },
    checkpoint,
    progress,
  )
  const { fraying } = edited
  const ends = fraying === undefined ? mask : frayedMask(mask, fraying, region, place, photo, { made, photo: colours })
  await checkpoint()
  writeMade(patch, place, ends, await blendSeam({ ...seam, mask: ends }, made, checkpoint))
}

function isMade(share: number): boolean {
  return share > 0
}

/** A rectangle as it lies in another one that holds it. */
function within(inner: Rectangle, outer: Rectangle): Rectangle {
  return { ...inner, x: inner.x - outer.x, y: inner.y - outer.y }
}

/** What stays, and the generated picture where the mask is above 0. */
function withStart(colours: Colours, start: Colours, mask: Float32Array): KnownPart {
  const open = new Uint8Array(mask.length)
  const data = new Float32Array(colours.data)
  for (let at = 0; at < open.length; at++) {
    if ((mask[at] ?? 0) <= 0) continue
    open[at] = 1
    for (let value = at * 3; value < at * 3 + 3; value++) data[value] = start.data[value] ?? 0
  }
  return { colours: { ...colours, data }, open }
}

/** Where a place of the photo lies in an outline. */
function partOf({ picture, over }: Outline, place: Rectangle): ColourArea {
  const scaleX = picture.width / over.width
  const scaleY = picture.height / over.height
  return {
    x: (place.x - over.x) * scaleX,
    y: (place.y - over.y) * scaleY,
    width: place.width * scaleX,
    height: place.height * scaleY,
  }
}

function evenLabels({ width, height }: Rectangle): Labels {
  return { width, height, data: new Uint8Array(width * height).fill(ONE_CLASS) }
}

/** The labels, one after the other, where a mask is above 0. */
function labelsWhere({ data }: Labels, mask: Float32Array): Uint8Array {
  const found = new Uint8Array(data.length)
  let count = 0
  for (let at = 0; at < data.length; at++) if ((mask[at] ?? 0) > 0) found[count++] = data[at] ?? 0
  return found.subarray(0, count)
}
