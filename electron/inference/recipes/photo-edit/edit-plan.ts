import { classMapOf } from '../../../contract/class-maps.ts'
import { CocanvasError } from '../../../contract/error-codes.ts'
import type { ImageSize } from '../../../contract/image-size.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { RemotePhotoEditRequest } from '../../../contract/recipes/photo-edit.ts'
import { resizeNearest } from '../../../resampling/nearest.ts'
import type { Checkpoint } from '../../../detail/raster.ts'
import { resampleColours } from '../../../detail/resample-colours.ts'
import { changedRegion, type ChangedRegion } from '../../../photo-edit/changed-region.ts'
import { fitColours, type ColourMap } from '../../../photo-edit/colour-map.ts'
import { editWindows } from '../../../photo-edit/edit-windows.ts'
import { forbiddenPlaces } from '../../../photo-edit/forbidden-places.ts'
import { sampledColours } from '../../../photo-edit/photo-colours.ts'
import type { StoredExemplar } from '../../caching/exemplar-store.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'
import type { EditPlace } from './edit-place.ts'
import { COLOUR_SIDE, gridLabels, photoGround } from './photo-ground.ts'
import { partPlaces } from './part-places.ts'

/** Longer side of the grid on which labels are compared and regions are kept, in cells. */
const GRID_SIDE = 1024
/** How far the annotator's borders may lie from the photo's, as a share of the longer side. */
const BORDER_REACH = 0.008

/** What an edit will do. */
export interface EditPlan {
  readonly region: ChangedRegion
  /** Where the pack paints, one after the other. */
  readonly places: readonly EditPlace[]
  /** From sRGB to the photo's own colour space. */
  readonly colours: ColourMap | undefined
}

/**
 * @param parts what the pack sees of the photo; undefined where it takes the photo as it is
 * @throws CocanvasError `bad-request` for labels that do not fit the photo or the pack, and for changes outside all parts
 */
export async function planEdit(
  request: RemotePhotoEditRequest,
  original: StoredExemplar,
  manifest: PackManifest,
  parts: readonly PreparedPhoto[] | undefined,
  checkpoint: Checkpoint,
): Promise<EditPlan> {
  const { photo, after, keep, anew, margin, feather, borrowed } = request
  const { condition, image } = original.exemplar
  const own = classMapOf(condition)
  if (own === undefined)
    throw new CocanvasError('bad-request', 'An edit needs the labels of its photo; label the photo first.')
  for (const map of [after, keep, anew])
    if (map !== undefined && (map.width !== own.width || map.height !== own.height))
      throw new CocanvasError(
        'bad-request',
        `The edit's labels are ${map.width} × ${map.height} and the photo's ${own.width} × ${own.height}; draw them at one size.`,
      )
  const scale = Math.min(1, GRID_SIDE / Math.max(own.width, own.height), photo.width / own.width)
  const width = Math.max(1, Math.round(own.width * scale))
  const height = Math.max(1, Math.round(own.height * scale))
  // A part's own labels are kept: borders that move would take the rim of glasses out of what the user has changed.
  const reach = parts === undefined ? Math.max(width, height) * BORDER_REACH : undefined
  const ground = await photoGround(original, own, { width, height }, reach, manifest, checkpoint)
  const { before, snapped, tiny } = ground
  const wanted = gridLabels(after, { width, height }, manifest)
  const wishes = {
    before,
    after: wanted,
    ...(keep === undefined ? {} : { keep: resizeNearest(keep, { width, height }) }),
    ...(anew === undefined ? {} : { anew: resizeNearest(anew, { width, height }) }),
    scale: photo.width / width,
    margin,
    feather,
  }
  const region = changedRegion(wishes)
  await checkpoint()
  const lent = borrowed.map(({ classId }) => classId)
  const places =
    parts === undefined
      ? [wholePlace(region, snapped, wanted, photo)]
      : await partPlaces(
          { colours: ground.colours, wishes, region, parts, photo, working: image, manifest, lent },
          checkpoint,
        )
  await checkpoint()
  const whole = { x: 0, y: 0, width: photo.width, height: photo.height }
  return {
    region: parts === undefined ? region : joinedRegion(region, places),
    places,
    colours: fitColours(tiny, resampleColours(sampledColours(photo, whole, 1024), COLOUR_SIDE, COLOUR_SIDE)),
  }
}

/** All changes of a photo that the pack takes as it is. */
function wholePlace(region: ChangedRegion, before: LabelMap, after: LabelMap, photo: ImageSize): EditPlace {
  return {
    making: { way: 'painted' },
    before,
    after,
    shown: after,
    region,
    windows: editWindows(region.whole, region.width, region.height, photo),
    forbidden: forbiddenPlaces({ before, after, region }),
    keptCell: undefined,
    part: undefined,
    side: longer(photo),
  }
}

/** What changes at any of the places. */
function joinedRegion(region: ChangedRegion, places: readonly EditPlace[]): ChangedRegion {
  const core = new Uint8Array(region.core.length)
  const whole = new Uint8Array(region.whole.length)
  for (const place of places)
    for (let at = 0; at < whole.length; at++) {
      core[at] = (core[at] ?? 0) | (place.region.core[at] ?? 0)
      whole[at] = (whole[at] ?? 0) | (place.region.whole[at] ?? 0)
    }
  return { ...region, core, whole }
}

function longer({ width, height }: ImageSize): number {
  return Math.max(width, height)
}
