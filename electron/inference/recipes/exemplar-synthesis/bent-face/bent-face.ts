import type { RemoteSynthesisRequest } from '../../../../contract/recipes/exemplar-synthesis.ts'
import type { PackManifest } from '../../../../contract/pack-manifest.ts'
import type { RgbImage } from '../../../../contract/rgb-image.ts'
import { bendField } from '../../../../faces/bent-face/bend-field.ts'
import { bentShares, type BentShares } from '../../../../faces/bent-face/bent-shares.ts'
import { fieldPlaces } from '../../../../faces/bent-face/field-places.ts'
import { exemplarSize } from '../exemplar-size.ts'
import type { ClassedPhoto } from '../classed-photo.ts'
import { layoutParts } from './layout-parts.ts'
import { shownFace } from './shown-face.ts'

/** How the face of an exemplar is bent for a layout. */
export interface BentFace {
  readonly photo: RgbImage
  /** x and y, in pixels of the photo, of what each pixel of the layout shows. */
  readonly places: Float32Array
  readonly shares: BentShares
}

/**
 * Bends an exemplar's face so that its parts lie where the layout has them. The match then has to find only what the bent face does
 * not show, where it would otherwise put the face together from shreds.
 *
 * @returns undefined for packs whose exemplars are no aligned faces, and where either side shows no face
 */
export async function bentFace(
  { condition, size }: Pick<RemoteSynthesisRequest, 'condition' | 'size'>,
  { exemplarPreparation, sizes }: Pick<PackManifest, 'exemplarPreparation' | 'sizes'>,
  classedPhoto: () => Promise<ClassedPhoto | undefined>,
): Promise<BentFace | undefined> {
  if (exemplarPreparation !== 'aligned-face') return undefined
  const layout = layoutParts(condition, size)
  const classed = layout === undefined ? undefined : await classedPhoto()
  if (layout === undefined || classed === undefined) return undefined
  const { photo, parts, points } = shownFace(classed, exemplarSize(classed.image, size, sizes))
  const field = bendField(layout.labels, points)
  if (field === undefined) return undefined
  const places = fieldPlaces(field, size, photo)
  return { photo, places, shares: bentShares(layout.labels, parts, places, layout.open) }
}
