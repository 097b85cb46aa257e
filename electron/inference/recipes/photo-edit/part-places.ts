import { CocanvasError } from '../../../contract/error-codes.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import { widened } from '../../../detail/class-codes.ts'
import type { Checkpoint } from '../../../detail/raster.ts'
import { scaleOf } from '../../../faces/geometry/similarity.ts'
import { changedRegion, type ChangedRegion } from '../../../photo-edit/changed-region.ts'
import { clippedWindow, editWindows } from '../../../photo-edit/edit-windows.ts'
import { goneOverPlaces } from '../../../photo-edit/gone-over-places.ts'
import { partClasses } from '../../../photo-edit/part-classes.ts'
import { partSteps } from '../../../photo-edit/part-steps.ts'
import { hasPieceOutside } from '../../../photo-edit/pieces-outside.ts'
import { vanishedPlaces } from '../../../photo-edit/vanished-places.ts'
import { preparationOf } from '../../reading/editable-parts.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'
import type { EditPlace } from './edit-place.ts'
import { frameOf, within } from './part-frame.ts'
import { partsInGrid, type PartCells } from './part-cells.ts'
import { mouthPlace } from './mouth-place.ts'
import type { PartedEdit } from './parted-edit.ts'

/**
 * The changes of a photo by the prepared parts that they lie in, step by step. What reaches past a part stays as it is.
 *
 * @throws CocanvasError `bad-request` for a change that lies in no part
 */
export async function partPlaces(edit: PartedEdit, checkpoint: Checkpoint): Promise<readonly EditPlace[]> {
  const { region, parts, working, manifest } = edit
  const grid = partsInGrid(parts, working, region)
  if (hasPieceOutside(region, grid.owners))
    throw new CocanvasError('bad-request', preparationOf(manifest)?.outside ?? '')
  const places: EditPlace[] = []
  for (const [index, part] of parts.entries()) {
    await checkpoint()
    if (!changes(region, grid.owners, index + 1)) continue
    places.push(...placesOf(edit, part, grid.of(index)))
  }
  return places
}

/** Whether anything changes in the cells that belong to a part. */
function changes({ core }: ChangedRegion, owners: Uint8Array, number: number): boolean {
  for (let at = 0; at < core.length; at++) if (core[at] === 1 && owners[at] === number) return true
  return false
}

function placesOf(edit: PartedEdit, part: PreparedPhoto, { inside, seen }: PartCells): readonly EditPlace[] {
  const { colours, wishes, photo, working, manifest, lent } = edit
  const { width, height } = wishes.before
  const side = (scaleOf(part.toGiven) * part.photo.width * photo.width) / working.width
  const cells = (side * width) / photo.width
  const frames = { painted: frameOf(part, working, photo), continued: frameOf(part.around ?? part, working, photo) }
  const mouth = mouthPlace(edit, part, seen)
  const moved = mouth?.cells
  const { before: labels, after: wanted, anew: marked } = wishes
  const steps = partSteps({
    before:
      moved === undefined
        ? labels
        : { ...labels, data: labels.data.map((label, at) => (moved[at] === 1 ? (wanted.data[at] ?? 0) : label)) },
    after: wanted,
    anew: { ...labels, data: marked?.data.map((value) => (value === 0 ? 0 : 1)) ?? new Uint8Array(width * height) },
    keep: wishes.keep,
    inside: inside.cells,
    side: cells,
    colours,
    classes: partClasses(manifest.classes),
    lent,
  })
  const places = steps.flatMap(({ way, before, after, anew, keep, fraying, unsure, shown }) => {
    const whole = changedRegion({
      ...wishes,
      before,
      after,
      anew,
      keep,
      least: cells * GROWTH[way],
    })
    const region = way === 'painted' ? within(whole, seen) : within(softened(whole, keep), inside)
    if (!region.core.includes(1)) return []
    const windows = editWindows(region.whole, width, height, photo).map((window) =>
      clippedWindow(window, way === 'painted' ? frames.painted : frames.continued),
    )
    const forbidden =
      way === 'painted'
        ? vanishedPlaces({ before, after, region, lends: seen.cells })
        : goneOverPlaces(region, inside.cells, cells).map((value, at) => value | (unsure[at] ?? 0))
    const keptCell = way === 'textured' || way === 'hairy' ? undefined : (side / manifest.sizes.native) * KEPT_PIXELS
    return [
      { making: { way }, before, after, shown, region, windows, forbidden, fraying, unsure, keptCell, part, side },
    ]
  })
  return mouth === undefined ? places : [mouth.place, ...places]
}

/**
 * How far changes of a part grow, as a share of its side: brows end softly, past their labels, and so does hair; on skin what
 * lies past the labels is already part of the change.
 */
const GROWTH = { painted: 0.02, textured: 0.014, smooth: 0.005, hairy: 0.02 } as const

/** Over how many cells a change fades out beside what stays, such as the eye in a lens. */
const FADING = 4

function softened(region: ChangedRegion, keep: LabelMap): ChangedRegion {
  const kept = keep.data.map((value) => (value === 0 ? 0 : 1))
  const near = widened(kept, region.width, region.height, FADING)
  return { ...region, core: region.core.map((value, at) => value & (1 - (near[at] ?? 0))) }
}

/** Shapes of the pack's pictures are kept down to this many of their pixels. */
const KEPT_PIXELS = 0.5
