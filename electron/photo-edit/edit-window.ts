import { classCounts } from '../detail/class-counts.ts'
import { FORBIDDEN, type Checkpoint, type Labels } from '../detail/raster.ts'
import { chooseSubstitutes } from '../detail/substitutes.ts'
import { changedPlace } from './changed-place.ts'
import type { PhotoPatch } from '../contract/photo-patch.ts'
import type { EditedWindow } from './edited-window.ts'
import { editTiles, TILE_LIMITS } from './edit-tiles.ts'
import { emptyPatch } from './growing-patch.ts'
import { toned } from './lent-tone.ts'
import { makeTile, ONE_CLASS } from './make-tile.ts'
import { wantedLabels } from './wanted-labels.ts'
import { windowLight } from './window-light.ts'

/**
 * Makes what changes in one window of a photo: the generated picture's light, joined to the photo's; the photo's own texture,
 * never from what is being replaced; the seam inside the region. Pixels outside the region keep the photo's values bit by bit.
 * Large changes are made tile by tile, so that memory stays bounded.
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
  const material = { edited, wanted, lit, available, lending: lendingClasses(edited, available), lent }
  await checkpoint()
  const patch = emptyPatch(photo, place)
  const tiles = editTiles(place, edited.tiles ?? TILE_LIMITS)
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
