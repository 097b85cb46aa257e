import { classMapOf } from '../../contract/class-maps.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { Exemplar } from '../../contract/generation-request.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RecipeResult } from '../../contract/recipes/recipe.ts'
import type { PhotoFile } from '../../images/full-resolution/photo-file.ts'
import { resizeNearest } from '../../resampling/nearest.ts'
import { withoutBorderNoise } from '../../photo-edit/border-noise.ts'
import { patchedPhoto } from '../../photo-edit/photo-colours.ts'
import type { Engine } from '../engine/engine.ts'
import type { CliEnvironment } from '../environment.ts'
import type { StatusLine } from '../output/status-line.ts'
import type { EditValues } from './edit-values.ts'
import type { EditInputs } from './read-edit.ts'

/** A photo after its edit. */
export interface EditedPhoto {
  readonly file: PhotoFile
  readonly result: Extract<RecipeResult, { recipe: 'photo-edit' }>
}

/** Labels the photo unless its labels are given, and has a host make what differs. */
export async function editPhoto(
  engine: Engine,
  inputs: EditInputs,
  values: EditValues,
  manifest: PackManifest,
  { signal }: Pick<CliEnvironment, 'signal'>,
  status: StatusLine,
): Promise<EditedPhoto> {
  const { file, working, layout } = inputs
  const onProgress = (stage: string, value: number): void => {
    status.show(`${stage} ${String(Math.round(value * 100))} %`)
  }
  const labels =
    inputs.photoLayout ??
    classMapOf(
      (
        await engine.annotate(
          annotatorOf(manifest),
          working,
          { packId: manifest.id, whole: true },
          { signal, onProgress },
        )
      ).condition,
    )
  if (labels === undefined)
    throw new CocanvasError('bad-request', `${manifest.id} does not label photos; choose another pack with --pack.`)
  const { width, height } = labels
  const fitted = (map: LabelMap): LabelMap => resizeNearest(map, { width, height })
  const drawn = fitted(layout)
  const same = layout.width === width && layout.height === height
  const exemplarOf = (image: Exemplar['image']): Exemplar => ({ image, condition: 'annotate' })
  const result = await engine.generate(
    {
      recipe: 'photo-edit',
      pack: { id: manifest.id, version: manifest.version },
      photo: file.pixels,
      original: { image: working, condition: { kind: 'labels', labels } },
      after: same ? drawn : withoutBorderNoise(labels, drawn),
      ...(inputs.keep === undefined ? {} : { keep: fitted(inputs.keep) }),
      ...(inputs.anew === undefined ? {} : { anew: fitted(inputs.anew) }),
      borrowed: inputs.lent.map(({ classId, image }) => ({ classId, exemplar: exemplarOf(image) })),
      seed: values.seed,
      viewId: 'edit',
      revision: 0,
    },
    { signal, onProgress },
  )
  return { file: { ...file, pixels: patchedPhoto(file.pixels, result.patches) }, result }
}

function annotatorOf(manifest: PackManifest): string {
  if (manifest.annotator !== undefined) return manifest.annotator
  throw new CocanvasError(
    'bad-request',
    `${manifest.id} cannot label photos by itself; give the photo's labels with --photo-layout FILE.`,
  )
}
