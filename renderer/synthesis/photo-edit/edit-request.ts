import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { PhotoPixels } from '../../../electron/contract/photo-pixels.ts'
import type { RequestOf } from '../../../electron/contract/recipes/recipe.ts'
import type { EditedPhoto, EditSettings } from './edited-photo.ts'
import type { EditWishes } from './edit-wishes.ts'

/** A photo of the library that lends a class. */
export interface LentClass {
  readonly classId: number
  readonly exemplar: Exemplar
}

/** Everything a change is made from at one moment. */
export interface EditMoment {
  readonly edited: EditedPhoto
  readonly wishes: EditWishes
  readonly settings: EditSettings
  readonly lent: readonly LentClass[]
  readonly revision: number
}

/** The request that makes the change in these pixels of the photo: its own, or reduced ones for a preview. */
export function editRequest(
  { edited, wishes, settings, lent, revision }: EditMoment,
  photo: PhotoPixels,
  viewId: string,
): RequestOf<'photo-edit'> {
  const { manifest, original } = edited
  const { after, keep, anew } = wishes
  const { margin, feather, seed } = settings
  return {
    recipe: 'photo-edit',
    pack: { id: manifest.id, version: manifest.version },
    photo,
    original,
    after,
    ...(keep === undefined ? {} : { keep }),
    ...(anew === undefined ? {} : { anew }),
    ...(margin === null ? {} : { margin }),
    ...(feather === 1 ? {} : { feather }),
    borrowed: lent,
    seed,
    viewId,
    revision,
  }
}
