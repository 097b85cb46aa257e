import type { Condition } from '../../contract/condition.ts'
import type { ConditionKind } from '../../contract/condition-kind.ts'
import type { Exemplar } from '../../contract/generation-request.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { ImageError } from '../../images/image-error.ts'
import type { ConditionFiles } from '../rendering/conditions/condition-reader.ts'
import { exemplarKind, readerOf } from '../rendering/conditions/reader-table.ts'
import type { OnNotice } from '../rendering/on-notice.ts'
import { checkFiles } from '../rendering/read-condition.ts'
import { exemplarOf, readExemplarPhoto } from '../rendering/read-exemplar.ts'
import { listInputs, PHOTO_EXTENSIONS, type InputFile } from './list-inputs.ts'

/** How the files of a batch become layouts and exemplars. */
export interface BatchInputs {
  readonly kind: ConditionKind
  /** Everything that a layout is read from. */
  readonly layoutFiles: (layout: InputFile, onNotice?: OnNotice) => ConditionFiles
  /** What the user says an exemplar shows; undefined where that is left to the annotator. @throws ImageError */
  readonly exemplarCondition: (exemplar: InputFile) => Promise<Condition | undefined>
  /** @throws ImageError, or CocanvasError when the pack needs a condition and has no annotator */
  readonly exemplar: (exemplar: InputFile, onNotice: OnNotice) => Promise<Exemplar>
}

/**
 * Finds the files that belong to layouts and exemplars: those of the same name in folders of their own.
 *
 * @param layoutPhotos folder of the photos that layouts were drawn from
 * @param exemplarLayouts folder of what the exemplars show
 * @param person which person of each pose, from 1
 * @throws UsageError or ImageError for a folder that the kind has no use for, that is missing or empty
 */
export async function batchInputs(
  manifest: PackManifest,
  kind: ConditionKind,
  {
    layoutPhotos,
    exemplarLayouts,
    person,
  }: {
    readonly layoutPhotos?: string | undefined
    readonly exemplarLayouts?: string | undefined
    readonly person?: number | undefined
  },
): Promise<BatchInputs> {
  const photos = layoutPhotos === undefined ? undefined : await namedFiles(layoutPhotos, PHOTO_EXTENSIONS)
  checkFiles(manifest, kind, { person, ...(photos === undefined ? {} : { photo: noPhoto }) })
  const { extensions, folders } = readerOf(exemplarKind(manifest, kind)).listed
  const shown = exemplarLayouts === undefined ? undefined : await namedFiles(exemplarLayouts, extensions, folders)

  const exemplar = async (file: InputFile, onNotice?: OnNotice): Promise<Exemplar> => {
    const layout = shown?.get(file.name)
    if (shown !== undefined && layout === undefined)
      throw new ImageError(
        'unreadable',
        `${file.path} has no layout of its name in ${exemplarLayouts ?? ''}: add one, or leave --exemplar-layouts out.`,
      )
    const files = layout === undefined ? undefined : { layout }
    return exemplarOf(await readExemplarPhoto(file.path, onNotice), files, manifest, kind)
  }
  return {
    kind,
    layoutFiles: ({ path, name }, onNotice) => {
      const photo = photos?.get(name)
      const files = { layout: path, person, ...(onNotice === undefined ? {} : { onNotice }) }
      return photo === undefined ? files : { ...files, photo: () => readExemplarPhoto(photo, onNotice) }
    },
    exemplarCondition: async (file) => {
      if (shown === undefined) return undefined
      const { condition } = await exemplar(file)
      return typeof condition === 'object' ? condition : undefined
    },
    exemplar,
  }
}

/** Paths by name, so that `anna.jpg` belongs to `anna.json` and to the folder `anna`. */
async function namedFiles(
  folder: string,
  extensions: readonly string[],
  folders = false,
): Promise<ReadonlyMap<string, string>> {
  return new Map((await listInputs(folder, extensions, folders)).map(({ name, path }) => [name, path]))
}

/** Stands for a photo where only is asked whether photos are wanted. */
function noPhoto(): Promise<RgbImage> {
  return Promise.reject(new Error('no photo was to be read'))
}
