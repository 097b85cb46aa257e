import type { LabelImage, NamedBytes } from '../../../electron/contract/image-file.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackClass } from '../../../electron/contract/pack-facts.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import { resizeNearest } from '../../../electron/resampling/nearest.ts'
import { makeId } from '../../shared/lib/make-id.ts'
import { Observable } from '../../shared/lib/observable.ts'
import { allowedSide, LARGEST_SIDE, type DocumentStructure } from '../../model/document/document-structure.ts'
import { newDocument } from '../../model/document/new-document.ts'
import type { Editor } from '../../painting/editor/editor.ts'
import type { Command } from '../../shared/commands/command.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import type { ProjectCommands } from '../project/project-commands.ts'
import type { ProjectSession } from '../project/project-session.ts'
import { otherClass } from '../../model/palette/match-class.ts'
import { readLabels, type ReadLabels } from './read-labels.ts'

export interface FileImportParts {
  readonly shell: Pick<ShellApi, 'openLabelImageDialog' | 'openImageDialog' | 'decodeImage' | 'decodeLabelImage'>
  readonly editor: Pick<Editor, 'layers' | 'pictures' | 'rasters' | 'history'>
  readonly session: ProjectSession
  readonly projects: ProjectCommands
  readonly announcer: Announcer
  readonly document: () => DocumentStructure
  readonly classes: () => readonly PackClass[]
  /** The photo that the document edits, whose proportions labels must have; undefined for any other document. */
  readonly photo: () => ImageSize | undefined
  /** Adds the people of a pose file. @throws for a file that is none */
  readonly takePose: (file: NamedBytes) => void
}

/** Photos serve as templates for painting; a document has at most this side. */
const PHOTO_SIDE = LARGEST_SIDE
/** Size of the small picture in the dialog, by which the user recognises a dropped photo. */
const PREVIEW_SIDE = 320

/** Photos that were dropped or pasted, until the user has said what they are for. */
export interface OfferedPhotos {
  readonly photos: readonly NamedBytes[]
  /** The first of them, small. */
  readonly preview: RgbImage
}

/** Brings label images and photos into the document. */
export class FileImport {
  /** The label image whose meaning the user is asked about. */
  readonly pending = new Observable<ReadLabels | undefined>(undefined)
  /** The photos whose purpose the user is asked about. */
  readonly offered = new Observable<OfferedPhotos | undefined>(undefined)
  /** Whether files are dragged over the window, outside of parts that take files themselves. */
  readonly dragging = new Observable(false)
  readonly #parts: FileImportParts

  constructor(parts: FileImportParts) {
    this.#parts = parts
  }

  commands(): readonly Command[] {
    return [
      {
        id: 'file.importLabels',
        title: 'import.labels',
        group: 'commands.group.file',
        shortcuts: ['Ctrl+Shift+O'],
        menus: [{ menu: 'file', section: 3, order: 10 }],
        run: () => void this.chooseLabels(),
      },
      {
        id: 'file.importPhoto',
        title: 'import.photo',
        group: 'commands.group.file',
        shortcuts: [],
        menus: [
          { menu: 'file', section: 3, order: 20 },
          { menu: 'layers', section: 1, order: 20 },
        ],
        run: () => void this.choosePhotos(),
      },
    ]
  }

  async chooseLabels(): Promise<void> {
    await this.#attempt(async () => {
      const opened = await this.#parts.shell.openLabelImageDialog()
      if (opened !== null) this.#ask(opened.name, opened.image)
    })
  }

  async choosePhotos(): Promise<void> {
    await this.#attempt(async () => {
      const opened = await this.#parts.shell.openImageDialog(PHOTO_SIDE)
      for (const { name, image } of opened ?? []) this.addPhoto(name, image)
    })
  }

  /** Dropped or pasted files: projects, labels and photos. The user is asked what photos are for. */
  async takeFiles(files: readonly NamedBytes[]): Promise<void> {
    const photos: NamedBytes[] = []
    let preview: RgbImage | undefined
    for (const file of files) {
      if (file.name.toLowerCase().endsWith('.cocanvas')) {
        await this.#parts.projects.openBytes(file)
        continue
      }
      await this.#attempt(async () => {
        if (file.name.toLowerCase().endsWith('.json')) {
          this.#parts.takePose(file)
          return
        }
        if (await this.#takeLabels(file)) return
        const seen = await this.#parts.shell.decodeImage(file, PREVIEW_SIDE)
        preview ??= seen
        photos.push(file)
      })
    }
    if (preview !== undefined) this.offered.set({ photos, preview })
  }

  /** Lays photos over the document as reference layers. */
  async trace(photos: readonly NamedBytes[]): Promise<void> {
    for (const photo of photos) this.addPhoto(photo.name, await this.#parts.shell.decodeImage(photo, PHOTO_SIDE))
  }

  /** Lays a photo over the document. @returns its layer */
  addPhoto(name: string, image: RgbImage): string {
    const pictureId = `photo-${makeId()}`
    this.#parts.editor.pictures.put(pictureId, image)
    return this.#parts.editor.layers.addPhoto(name.replace(/\.[^.]+$/, '') || name, pictureId)
  }

  /** The user accepted a meaning. */
  async accept(labels: LabelMap, name: string, target: 'layer' | 'document'): Promise<void> {
    this.pending.set(undefined)
    await this.#attempt(async () => {
      if (target === 'layer') this.#addLayer(labels, name)
      else await this.#openDocument(labels, name)
    })
  }

  cancel(): void {
    this.pending.set(undefined)
  }

  dispose(): void {
    this.pending.dispose()
    this.offered.dispose()
    this.dragging.dispose()
  }

  /** PNGs with few values are labels; everything else is taken for a photo. */
  async #takeLabels(file: NamedBytes): Promise<boolean> {
    if (!file.name.toLowerCase().endsWith('.png')) return false
    const image = await this.#parts.shell.decodeLabelImage(file).catch(() => undefined)
    const read = image === undefined ? undefined : readLabels(file.name, image, this.#parts.classes())
    if (read?.fits !== true) return false
    this.pending.set(read)
    return true
  }

  #ask(name: string, image: LabelImage): void {
    const read = readLabels(name, image, this.#parts.classes())
    if (read === undefined) throw new Error(this.#parts.announcer.text('import.looksLikePhoto', { name }))
    this.pending.set(read)
  }

  #addLayer(labels: LabelMap, name: string): void {
    const { editor, document, photo, announcer } = this.#parts
    const { width, height } = document()
    const whole = photo()
    if (whole !== undefined && !haveOneShape(labels, whole)) {
      const size = `${labels.width} × ${labels.height}`
      throw new Error(announcer.text('photoEdit.otherShape', { name, size, photo: `${whole.width} × ${whole.height}` }))
    }
    const fitted = resizeNearest(labels, { width, height })
    editor.layers.addLabels(name, { width, height, data: fitted.data.slice() })
  }

  async #openDocument(labels: LabelMap, name: string): Promise<void> {
    const { session, projects, classes, announcer } = this.#parts
    const scale = Math.min(1, LARGEST_SIDE / Math.max(labels.width, labels.height))
    const width = allowedSide(labels.width * scale)
    const height = allowedSide(labels.height * scale)
    const structure = newDocument(
      { name, width, height, backdropClassId: otherClass(classes()), layerName: announcer.text('layer.kind.label') },
      makeId,
    )
    const [layerId = ''] = structure.rootIds
    const { data } = resizeNearest(labels, { width, height })
    await projects.leaveFor(() => session.begin(structure, new Map([[layerId, { width, height, data: data.slice() }]])))
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (error) {
      this.#parts.announcer.fail(error)
    }
  }
}

/** How far proportions may differ: as much as rounding does in a scaled copy, but less than cropping does. */
const SHAPE_TOLERANCE = 0.01

function haveOneShape(one: ImageSize, other: ImageSize): boolean {
  const difference = Math.abs(Math.log((one.width * other.height) / (one.height * other.width)))
  return difference <= SHAPE_TOLERANCE + 1 / Math.min(one.width, one.height)
}
