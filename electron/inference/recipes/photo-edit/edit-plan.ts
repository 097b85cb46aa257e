import { classMapOf } from '../../../contract/class-maps.ts'
import { CocanvasError } from '../../../contract/error-codes.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { Rectangle } from '../../../contract/photo-patch.ts'
import type { RemotePhotoEditRequest } from '../../../contract/recipes/photo-edit.ts'
import { resizeNearest } from '../../../resampling/nearest.ts'
import { resampleColours } from '../../../detail/resample-colours.ts'
import { snapLabels } from '../../../detail/snap-labels.ts'
import { changedRegion, type ChangedRegion } from '../../../photo-edit/changed-region.ts'
import { fitColours, type ColourMap } from '../../../photo-edit/colour-map.ts'
import { editWindows } from '../../../photo-edit/edit-windows.ts'
import { sampledColours } from '../../../photo-edit/photo-colours.ts'
import type { StoredExemplar } from '../../caching/exemplar-store.ts'
import { classOfId } from '../../preprocess/class-of-id.ts'

/** Longer side of the grid on which labels are compared and regions are kept, in cells. */
const GRID_SIDE = 1024
/** How far the annotator's borders may lie from the photo's, as a share of the longer side. */
const BORDER_REACH = 0.008

/** What an edit will do. */
export interface EditPlan {
  /** The photo's labels over the grid, with borders on its edges. */
  readonly before: LabelMap
  readonly after: LabelMap
  readonly region: ChangedRegion
  readonly windows: readonly Rectangle[]
  /** From sRGB to the photo's own colour space. */
  readonly colours: ColourMap | undefined
}

/** @throws CocanvasError `bad-request` for labels that do not fit the photo or the pack */
export function planEdit(request: RemotePhotoEditRequest, original: StoredExemplar, manifest: PackManifest): EditPlan {
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
  const known = classOfId(manifest.classes)
  const gridOf = (labels: LabelMap): LabelMap => inClasses(resizeNearest(labels, { width, height }), known, manifest.id)
  const before = gridOf(own)
  const wanted = gridOf(after)
  const region = changedRegion({
    before,
    after: wanted,
    ...(keep === undefined ? {} : { keep: resizeNearest(keep, { width, height }) }),
    ...(anew === undefined ? {} : { anew: resizeNearest(anew, { width, height }) }),
    scale: photo.width / width,
    margin,
    feather,
  })
  const small = resampleColours(image, width, height)
  const snapped = snapLabels(small, before, Math.max(width, height) * BORDER_REACH)
  const whole = { x: 0, y: 0, width: photo.width, height: photo.height }
  const sampled = sampledColours(photo, whole, 1024)
  return {
    before: { width, height, data: snapped.data },
    after: wanted,
    region,
    windows: editWindows(region.whole, width, height, photo),
    colours: fitColours(resampleColours(image, 64, 64), resampleColours(sampled, 64, 64)),
  }
}

function inClasses(labels: LabelMap, known: ReadonlyMap<number, number>, packId: string): LabelMap {
  const strange = [...new Set(labels.data)].find((id) => !known.has(id))
  if (strange !== undefined)
    throw new CocanvasError('bad-request', `The pack ${packId} has no class ${strange}; use the ids of its classes.`)
  return { ...labels, data: labels.data.map((id) => known.get(id) ?? id) }
}
