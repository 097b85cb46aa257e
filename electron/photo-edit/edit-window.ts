import { classCounts } from '../detail/class-counts.ts'
import { classLight } from '../detail/class-light.ts'
import { FORBIDDEN, type Checkpoint, type Labels } from '../detail/raster.ts'
import { chooseSubstitutes } from '../detail/substitutes.ts'
import { changedPlace } from './changed-place.ts'
import type { PhotoPatch, Rectangle } from '../contract/photo-patch.ts'
import type { EditedWindow } from './edited-window.ts'
import { editTiles, TILE_LIMITS, type TileLimits } from './edit-tiles.ts'
import { emptyPatch } from './growing-patch.ts'
import { toned } from './lent-tone.ts'
import { makeTile, ONE_CLASS, type Outline } from './make-tile.ts'
import { coloursOf } from './photo-colours.ts'
import { labelsOfPart } from './photo-source.ts'
import { reducedWindow } from './reduced-window.ts'
import { wantedLabels } from './wanted-labels.ts'
import { windowLight } from './window-light.ts'

/**
 * Makes what changes in one window of a photo: the generated picture's light, joined to the photo's; the photo's own texture,
 * never from what is being replaced; the seam inside the region. Pixels outside the region keep the photo's values bit by bit.
 * Large changes are made small first, so that their shapes hang together, and then tile by tile, so that memory stays bounded.
 *
 * @param sketch gets the patch with the generated picture's own detail, where that is made in a moment: in small windows
 * @returns a patch that covers all of the region that lies in the window
 */
export async function editWindow(
  edited: EditedWindow,
  checkpoint: Checkpoint,
  progress: (share: number) => void = () => undefined,
  sketch: (patch: PhotoPatch) => void = () => undefined,
): Promise<PhotoPatch> {
  const { photo, window, region, borrowed } = edited
  const wanted = wantedLabels(edited)
  const place = changedPlace(region, window, photo)
  await checkpoint()
  const { tones, ...lit } = await windowLight(edited, wanted, checkpoint)
  await checkpoint()
  const available = lendable(edited)
  const lent = borrowed.map(({ classId, colours, labels }) => ({
    colours: toned(colours, labels, classId, tones.get(classId)),
    labels,
  }))
  const limits = edited.tiles ?? TILE_LIMITS
  const tiles = editTiles(place, limits)
  const own = { ...lit, over: window }
  const hasShapes = tiles.length === 1 || edited.keptCell !== undefined
  const outline = hasShapes ? own : await madeSmall(edited, wanted, place, limits, checkpoint)
  const material = { edited, wanted, outline, available, lending: lendingClasses(edited, available), lent }
  await checkpoint()
  const patch = emptyPatch(photo, place)
  for (const [index, tile] of tiles.entries()) {
    await checkpoint()
    await makeTile(material, patch, tile, checkpoint, {
      progress: (share) => progress((index + share) / tiles.length),
      sketch: tiles.length === 1 ? sketch : undefined,
    })
  }
  const { data, mask } = patch
  return { window: place, data, mask }
}

/**
 * A large change at a size at which it is made at once. Its light is close, so that tiles only add what is finer: else each
 * would show shapes of its own.
 */
async function madeSmall(
  edited: EditedWindow,
  wanted: Labels,
  place: Rectangle,
  limits: TileLimits,
  checkpoint: Checkpoint,
): Promise<Outline> {
  const factor = Math.ceil(Math.sqrt((place.width * place.height) / limits.tile))
  const reduced = await reducedWindow(edited, factor, checkpoint)
  const { window, data } = await editWindow({ ...reduced, tiles: { ...limits, mostAtOnce: Infinity } }, checkpoint)
  const { width, height } = window
  const pixels = { width, height, channels: edited.photo.channels, data }
  const picture = coloursOf(pixels, { x: 0, y: 0, width, height })
  await checkpoint()
  const over = { x: window.x * factor, y: window.y * factor, width: width * factor, height: height * factor }
  const labels = labelsOfPart(wanted, window, reduced.photo)
  await checkpoint()
  const cell = CLOSE_CELL * factor
  return { picture, over, light: classLight(picture, labels, over, cell), cell }
}

/** Side of a cell of close light in pixels of what was made small. */
const CLOSE_CELL = 8

/** The photo's labels where it may be copied from. */
function lendable({ before, forbidden, keptCell }: EditedWindow): Labels {
  const data = keptCell === undefined ? before.data.slice() : new Uint8Array(before.data.length).fill(ONE_CLASS)
  for (let at = 0; at < data.length; at++) if (forbidden[at] === 1) data[at] = FORBIDDEN
  return { ...before, data }
}

/** The classes that the changed part is copied from: its own, or what stands in for those that neither photo shows. */
function lendingClasses(edited: EditedWindow, available: Labels): ReadonlySet<number> {
  const { after, region, borrowed, classes } = edited
  if (edited.keptCell !== undefined) return new Set([ONE_CLASS])
  const wanted = after.data.slice()
  let count = 0
  for (let at = 0; at < wanted.length; at++) if (region.core[at] === 1) wanted[count++] = after.data[at] ?? 0
  const made = wanted.subarray(0, count)
  const lent = new Set(borrowed.flatMap(({ labels }) => [...classCounts(labels.data).keys()]))
  const substitutes = chooseSubstitutes(made, available.data, classes)
  return new Set(
    [...classCounts(made).keys()].map((label) => (lent.has(label) ? label : (substitutes.get(label) ?? label))),
  )
}
