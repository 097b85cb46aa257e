import { classMapOf } from '../../../contract/class-maps.ts'
import { CocanvasError } from '../../../contract/error-codes.ts'
import type { ImageSize } from '../../../contract/image-size.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { RemotePhotoEditRequest } from '../../../contract/recipes/photo-edit.ts'
import { resizeNearest } from '../../../resampling/nearest.ts'
import type { Checkpoint } from '../../../detail/raster.ts'
import { resampleColours } from '../../../detail/resample-colours.ts'
import { scaleOf } from '../../../faces/geometry/similarity.ts'
import { changedRegion, type ChangedRegion } from '../../../photo-edit/changed-region.ts'
import { fitColours, type ColourMap } from '../../../photo-edit/colour-map.ts'
import { editWindows } from '../../../photo-edit/edit-windows.ts'
import { forbiddenPlaces } from '../../../photo-edit/forbidden-places.ts'
import { sampledColours } from '../../../photo-edit/photo-colours.ts'
import type { StoredExemplar } from '../../caching/exemplar-store.ts'
import { preparationOf } from '../../reading/editable-parts.ts'
import type { PreparedPhoto } from '../../reading/photo-reader.ts'
import type { EditPlace } from './edit-place.ts'
import { COLOUR_SIDE, gridLabels, photoGround } from './photo-ground.ts'
import { partPlaces } from './part-places.ts'

/** Longer side of the grid on which labels are compared and regions are kept, in cells. */
const GRID_SIDE = 1024
/** How far the annotator's borders may lie from the photo's, as a share of the longer side. */
const BORDER_REACH = 0.008

/** Hair and brows end softly, past their labels: changes of a part grow by this share of its side. */
const PART_GROWTH = 0.02

/** What an edit will do. */
export interface EditPlan {
  /** The photo's labels over the grid, with borders on its edges. */
  readonly before: LabelMap
  readonly after: LabelMap
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
  const { photo, after, keep, anew, margin, feather } = request
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
  const gridSide = (part: PreparedPhoto): number => (scaleOf(part.toGiven) * part.photo.width * width) / image.width
  const partSide = parts === undefined ? undefined : Math.min(...parts.map(gridSide))
  // Small parts such as eyes would lose their own shape if borders might move as far as those of a whole photo.
  const reach = (partSide ?? Math.max(width, height)) * BORDER_REACH
  const { before, snapped, tiny } = await photoGround(original, own, { width, height }, reach, manifest, checkpoint)
  const wanted = gridLabels(after, { width, height }, manifest)
  const region = changedRegion({
    before,
    after: wanted,
    ...(keep === undefined ? {} : { keep: resizeNearest(keep, { width, height }) }),
    ...(anew === undefined ? {} : { anew: resizeNearest(anew, { width, height }) }),
    scale: photo.width / width,
    margin,
    least: partSide === undefined ? undefined : partSide * PART_GROWTH,
    feather,
  })
  await checkpoint()
  const cells = { before, after: wanted, region }
  const outside = preparationOf(manifest)?.outside ?? ''
  const inParts =
    parts === undefined ? undefined : partPlaces(cells, parts, image, photo, manifest.sizes.native, outside)
  const labels = { before: snapped, after: wanted }
  const places = inParts ?? [
    {
      region,
      windows: editWindows(region.whole, width, height, photo),
      forbidden: forbiddenPlaces({ ...labels, region }),
      keptCell: undefined,
      part: undefined,
      side: longer(photo),
    },
  ]
  await checkpoint()
  const whole = { x: 0, y: 0, width: photo.width, height: photo.height }
  return {
    ...labels,
    region: parts === undefined ? region : joinedRegion(region, places),
    places,
    colours: fitColours(tiny, resampleColours(sampledColours(photo, whole, 1024), COLOUR_SIDE, COLOUR_SIDE)),
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
