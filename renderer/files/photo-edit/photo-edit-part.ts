import { z } from 'zod'

import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { OpenPhoto } from '../../../electron/contract/open-photo.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { ProjectPicture } from '../../../electron/contract/project-content.ts'
import type { ShellCalls } from '../../../electron/contract/shell-api.ts'
import { picturePixels } from '../../../electron/contract/open-photo.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import { ORIGINAL_PICTURE } from '../../model/document/layer-kinds/original/original-layer.ts'
import type { PictureStore } from '../../model/pictures/picture-store.ts'
import type { EditedPhoto, EditSettings } from '../../synthesis/photo-edit/edited-photo.ts'
import type { PhotoEditing } from '../../synthesis/photo-edit/photo-editing.ts'
import { classPalette } from '../project/class-palette.ts'
import type { ProjectPart, SavedPart } from '../project/project-part.ts'
import { photoDocumentSize } from './photo-document.ts'

const PHOTO_PICTURE = 'photo-edit-original'
const LABELS_PICTURE = 'photo-edit-labels'

const savedSchema = z.object({
  /** Of the photo's file. */
  name: z.string().max(500),
  margin: z.number().min(0).max(0.2).nullable(),
  feather: z.number().min(0).max(1),
  seed: z.number().int().min(0).max(0xffffffff),
})

export interface PhotoEditPartParts {
  readonly shell: Pick<ShellCalls, 'openPhoto' | 'readPhotoArea' | 'encodeLabels' | 'decodeLabelImage'>
  readonly editing: Pick<PhotoEditing, 'open' | 'settings' | 'show'>
  readonly pictures: Pick<PictureStore, 'put'>
  readonly manifest: () => PackManifest | undefined
  readonly text: (key: PlainMessageKey) => string
  /** Tells whether the document edits a photo, because another workspace is for that. */
  readonly photoShown: (isPhoto: boolean) => void
}

/** A photo before its document is shown. */
export interface PreparedPhoto {
  readonly photo: OpenPhoto
  /** Its file, byte for byte. */
  readonly bytes: Uint8Array
  /** What it shows, at the size of the document. */
  readonly before: LabelMap
}

/**
 * The photo that a document edits: its own bytes, what it showed before any edit, and how edits are made. What was edited are
 * the document's label and mask layers.
 */
export class PhotoEditPart implements ProjectPart {
  readonly name = 'photo-edit'
  readonly #parts: PhotoEditPartParts
  /**
   * What the project stores of the open photo; always the same bytes while it is open, so that the journal stores them
   * once.
   */
  #kept: readonly ProjectPicture[] = []
  #prepared: PreparedPhoto | undefined

  constructor(parts: PhotoEditPartParts) {
    this.#parts = parts
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#parts.editing.settings.subscribe(listener)

  readonly save = (): Promise<SavedPart> => {
    const { open, settings } = this.#parts.editing
    const edited = open.get()
    if (edited === undefined) return Promise.resolve({ state: null, pictures: [] })
    return Promise.resolve({ state: savedState(edited.photo.name, settings.get()), pictures: this.#kept })
  }

  readonly restore = async (state: unknown, pictures: ReadonlyMap<string, ProjectPicture>): Promise<void> => {
    const { editing, photoShown } = this.#parts
    const saved = savedSchema.safeParse(state)
    const file = pictures.get(PHOTO_PICTURE)
    const labels = pictures.get(LABELS_PICTURE)
    if (!saved.success || file === undefined || labels === undefined) {
      this.#kept = []
      this.#prepared = undefined
      editing.show(undefined)
      photoShown(false)
      return
    }
    const { name, ...settings } = saved.data
    const prepared = this.#prepared?.bytes === file.bytes ? this.#prepared : await this.#read(name, file, labels)
    this.#prepared = undefined
    const edited = await this.#edited(prepared)
    this.#kept = [file, labels]
    editing.show(edited, settings)
    photoShown(true)
  }

  /** The first state of a new document about this photo. */
  async begin(prepared: PreparedPhoto, settings: EditSettings, classes: PackManifest['classes']): Promise<SavedPart> {
    this.#prepared = prepared
    const { photo, bytes, before } = prepared
    const labels = await this.#parts.shell.encodeLabels(before, classPalette(classes))
    return {
      state: savedState(photo.name, settings),
      pictures: [
        { id: PHOTO_PICTURE, mediaType: photo.mediaType, bytes },
        { id: LABELS_PICTURE, mediaType: 'image/png', bytes: labels },
      ],
    }
  }

  /** @throws CocanvasError when the photo cannot be read */
  async #read(name: string, file: ProjectPicture, labels: ProjectPicture): Promise<PreparedPhoto> {
    const { shell } = this.#parts
    const [photo, stored] = await Promise.all([
      shell.openPhoto({ name, bytes: file.bytes }),
      shell.decodeLabelImage({ name, bytes: labels.bytes }),
    ])
    const { width, height } = photoDocumentSize(photo)
    if (stored.kind !== 'values' || stored.width !== width || stored.height !== height)
      throw new Error(this.#parts.text('photoEdit.damaged'))
    return { photo, bytes: file.bytes, before: { width, height, data: stored.values } }
  }

  async #edited({ photo, before }: PreparedPhoto): Promise<EditedPhoto> {
    const { shell, pictures, manifest } = this.#parts
    const pack = manifest()
    pictures.put(ORIGINAL_PICTURE, photo.working)
    const shown = previewSize(photo)
    const whole = { x: 0, y: 0, width: photo.width, height: photo.height, shown }
    const small = shown.width === photo.working.width ? photo.working : await shell.readPhotoArea(photo.id, whole)
    return {
      photo,
      manifest: { id: pack?.id ?? '', version: pack?.version ?? '' },
      before,
      original: { image: photo.working, condition: { kind: 'labels', labels: before } },
      small: picturePixels(small),
    }
  }
}

/**
 * Longer side of previews, in pixels: at this size a window of a third of the photo is made in about a third of a
 * second.
 */
const PREVIEW_SIDE = 768

function previewSize({ width, height }: ImageSize): ImageSize {
  const scale = Math.min(1, PREVIEW_SIDE / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

function savedState(name: string, settings: EditSettings): z.infer<typeof savedSchema> {
  return { name, ...settings }
}
