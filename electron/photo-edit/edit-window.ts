import { classCounts } from '../detail/class-counts.ts'
import { classLight, lightOfPart } from '../detail/class-light.ts'
import { enlargedPart, type ColourArea } from '../detail/resample-colours.ts'
import { FORBIDDEN, type Checkpoint, type Colours, type Labels } from '../detail/raster.ts'
import { chooseSubstitutes } from '../detail/substitutes.ts'
import { synthesiseDetail } from '../detail/synthesise.ts'
import type { KnownPart } from '../detail/target-level.ts'
import { changedPlace } from './changed-place.ts'
import type { PhotoPatch, Rectangle } from '../contract/photo-patch.ts'
import { coloursOf, patchOf } from './photo-colours.ts'
import { toned } from './lent-tone.ts'
import { labelsOfPart, photoSources, stacked } from './photo-source.ts'
import { regionMask } from './region-mask.ts'
import { blendSeam } from './seam.ts'
import { windowLight } from './window-light.ts'
import type { EditedWindow } from './edited-window.ts'

/**
 * Makes what changes in one window of a photo: the generated picture's light, joined to the photo's; the photo's own texture,
 * never from what is being replaced; the seam inside the region. Pixels outside the region keep the photo's values bit by bit.
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
  const { photo, window, region, borrowed, classes, seed } = edited
  const wanted = wantedLabels(edited)
  const place = changedPlace(region, window, photo)
  await checkpoint()
  const { light, cell, picture, tones } = await windowLight(edited, wanted, checkpoint)
  await checkpoint()
  const mask = regionMask(region, place, photo)
  await checkpoint()
  const colours = coloursOf(photo, place)
  await checkpoint()
  const start = enlargedPart(picture, partOf(window, place, picture), place.width, place.height)
  await checkpoint()
  if (place.width * place.height <= SKETCHED_PIXELS)
    sketch(patchOf(photo, place, mask, await blendSeam(colours, start, mask, checkpoint)))
  const labels = edited.keptCell === undefined ? labelsOfPart(wanted, place, photo) : evenLabels(place)
  await checkpoint()
  const own = await photoSources(photo, lendable(edited), place, lendingClasses(edited), checkpoint)
  const lent = borrowed.map(({ classId, colours: lender, labels: lenders }) => ({
    colours: toned(lender, lenders, classId, tones.get(classId)),
    labels: lenders,
  }))
  await checkpoint()
  const source = stacked([...own, ...lent])
  await checkpoint()
  const known = withStart(colours, start, mask)
  const substitutes = chooseSubstitutes(madeLabels(labels, mask), source.labels.data, classes)
  const made = await synthesiseDetail(
    {
      labels,
      picture: start,
      light: lightOfPart(light, { x: place.x - window.x, y: place.y - window.y }),
      known,
      source,
      sourceLight: (from, fromLabels) => classLight(from, fromLabels, source.labels, cell),
      substitutes,
      seed,
    },
    checkpoint,
    progress,
  )
  const blended = await blendSeam(colours, made, mask, checkpoint)
  return patchOf(photo, place, mask, blended)
}

/** Windows of previews are smaller than this. */
const SKETCHED_PIXELS = 500_000

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

/** Where a place of the photo lies in a picture of the window. */
function partOf(window: Rectangle, place: Rectangle, picture: Colours): ColourArea {
  const scaleX = picture.width / window.width
  const scaleY = picture.height / window.height
  return {
    x: (place.x - window.x) * scaleX,
    y: (place.y - window.y) * scaleY,
    width: place.width * scaleX,
    height: place.height * scaleY,
  }
}

/** The wanted classes where the edit changes them, the photo's own elsewhere. */
export function wantedLabels({ before, after, region }: Pick<EditedWindow, 'before' | 'after' | 'region'>): Labels {
  return { ...before, data: before.data.map((label, at) => (region.core[at] === 1 ? (after.data[at] ?? 0) : label)) }
}

/** The photo's labels where it may be copied from. */
function lendable({ before, forbidden, keptCell }: EditedWindow): Labels {
  const even = keptCell !== undefined
  return {
    ...before,
    data: before.data.map((label, at) => (forbidden[at] === 1 ? FORBIDDEN : even ? ONE_CLASS : label)),
  }
}

/** The class of everything where detail is copied without regard to classes. */
export const ONE_CLASS = 0

function evenLabels({ width, height }: Rectangle): Labels {
  return { width, height, data: new Uint8Array(width * height).fill(ONE_CLASS) }
}

/** The classes that the changed part is copied from: its own, or what stands in for those that neither photo shows. */
function lendingClasses(edited: EditedWindow): ReadonlySet<number> {
  const { after, region, borrowed, classes } = edited
  if (edited.keptCell !== undefined) return new Set([ONE_CLASS])
  const wanted = after.data.filter((_, at) => region.core[at] === 1)
  const lent = new Set(borrowed.flatMap(({ labels }) => [...classCounts(labels.data).keys()]))
  const substitutes = chooseSubstitutes(wanted, lendable(edited).data, classes)
  return new Set([...new Set(wanted)].map((label) => (lent.has(label) ? label : (substitutes.get(label) ?? label))))
}

/** Labels of what is made: only they need something to copy from. */
function madeLabels({ data }: Labels, mask: Float32Array): Uint8Array {
  const made = new Uint8Array(data.length)
  let count = 0
  for (let at = 0; at < data.length; at++) if ((mask[at] ?? 0) > 0) made[count++] = data[at] ?? 0
  return made.subarray(0, count)
}
