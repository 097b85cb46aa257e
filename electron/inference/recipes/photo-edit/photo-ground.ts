import { CocanvasError } from '../../../contract/error-codes.ts'
import type { ImageSize } from '../../../contract/image-size.ts'
import type { LabelMap } from '../../../contract/label-map.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { Checkpoint, Colours } from '../../../detail/raster.ts'
import { classCounts } from '../../../detail/class-counts.ts'
import { resampleColours } from '../../../detail/resample-colours.ts'
import { snapLabels } from '../../../detail/snap-labels.ts'
import { resizeNearest } from '../../../resampling/nearest.ts'
import type { StoredExemplar } from '../../caching/exemplar-store.ts'
import { classOfId } from '../../preprocess/class-of-id.ts'

/** Side at which the colours of two renderings of a photo are compared. */
export const COLOUR_SIDE = 64

/** What the photo alone decides of an edit. */
export interface PhotoGround {
  /** Its labels over the grid. */
  readonly before: LabelMap
  /** The same with borders on the photo's edges. */
  readonly snapped: LabelMap
  /** The photo over the grid. */
  readonly colours: Colours
  /** The photo at the size at which colours are compared. */
  readonly tiny: Colours
}

/** Made for the last grid of each photo; they go when the photo is forgotten. */
const known = new WeakMap<StoredExemplar, { readonly key: string; readonly ground: PhotoGround }>()

/**
 * @param own the photo's labels as they were sent with it
 * @param reach how far borders may move, in cells; undefined leaves them where they are
 * @throws CocanvasError `bad-request` for labels that the pack does not know
 */
export async function photoGround(
  original: StoredExemplar,
  own: LabelMap,
  grid: ImageSize,
  reach: number | undefined,
  pack: PackManifest,
  checkpoint: Checkpoint,
): Promise<PhotoGround> {
  const key = [grid.width, grid.height, reach ?? '', pack.id, pack.version].join(' ')
  const made = known.get(original)
  if (made?.key === key) return made.ground
  const { image } = original.exemplar
  const before = gridLabels(own, grid, pack)
  const tiny = resampleColours(image, COLOUR_SIDE, COLOUR_SIDE)
  await checkpoint()
  const colours = resampleColours(image, grid.width, grid.height)
  await checkpoint()
  const snapped = reach === undefined ? before : await snapLabels(colours, before, reach, checkpoint)
  await checkpoint()
  const ground = { before, snapped, colours, tiny }
  known.set(original, { key, ground })
  return ground
}

/**
 * Labels at another size, with the pack's own classes in place of their aliases.
 *
 * @throws CocanvasError `bad-request` for labels that the pack does not know
 */
export function gridLabels(labels: LabelMap, grid: ImageSize, { id, classes }: PackManifest): LabelMap {
  const { width, height, data } = resizeNearest(labels, grid)
  const ids = classOfId(classes)
  const strange = [...classCounts(data).keys()].find((label) => !ids.has(label))
  if (strange !== undefined)
    throw new CocanvasError('bad-request', `The pack ${id} has no class ${strange}; use the ids of its classes.`)
  const own = new Uint8Array(data.length)
  const table = Uint8Array.from({ length: 256 }, (_, label) => ids.get(label) ?? label)
  for (let at = 0; at < own.length; at++) own[at] = table[data[at] ?? 0] ?? 0
  return { width, height, data: own }
}
