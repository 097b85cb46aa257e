import { classMapOf } from '../../../electron/contract/class-maps.ts'
import { CocanvasError } from '../../../electron/contract/error-codes.ts'
import type { NamedBytes } from '../../../electron/contract/image-file.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { OpenPhoto } from '../../../electron/contract/open-photo.ts'
import type { PhotoSubject } from '../../../electron/contract/pack-facts.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import { recipeTakes } from '../../../electron/contract/recipes/models/recipe-model-table.ts'
import type { ShellCalls } from '../../../electron/contract/shell-api.ts'
import { resizeNearest } from '../../../electron/resampling/nearest.ts'
import { makeId } from '../../shared/lib/make-id.ts'
import { Observable } from '../../shared/lib/observable.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import { unmatchedClass } from '../../synthesis/exemplars/active-exemplar.ts'
import type { HostJobs } from '../../synthesis/inference/host-jobs.ts'
import { JobCancelled } from '../../synthesis/inference/job-cancelled.ts'
import { initialEditSettings } from '../../synthesis/photo-edit/edited-photo.ts'
import type { ProjectCommands } from '../project/project-commands.ts'
import type { ProjectSession } from '../project/project-session.ts'
import { photoDocument, photoDocumentSize } from './photo-document.ts'
import type { PhotoEditPart } from './photo-edit-part.ts'

/** What is said of a photo of something that the pack paints badly. */
const UNSUITED = { face: 'photoEdit.unsuited.face' } as const satisfies Readonly<Record<PhotoSubject, string>>

export interface PhotoOpeningParts {
  readonly shell: Pick<ShellCalls, 'openPhoto' | 'openPhotoDialog' | 'readPhotoBytes' | 'closePhoto'>
  readonly client: Pick<HostJobs, 'annotateWhole'>
  readonly session: Pick<ProjectSession, 'begin'>
  readonly projects: () => Pick<ProjectCommands, 'leaveFor'>
  readonly part: Pick<PhotoEditPart, 'name' | 'begin'>
  /** The pack in use. */
  readonly manifest: () => PackManifest | undefined
  /** All installed packs. */
  readonly packs: () => readonly PackManifest[]
  /** Takes another pack into use for the document that is about to be shown. */
  readonly takePack: (packId: string) => void
  /** The photo that is being edited. */
  readonly shown: () => OpenPhoto | undefined
  readonly announcer: Pick<Announcer, 'text' | 'tell' | 'fail'>
}

/** A photo that is being read and labelled. */
export interface PhotoUnderWay {
  readonly name: string
  readonly cancel: () => void
}

/** Opens photos to be edited: reads them, has them labelled, and begins a document about them. */
export class PhotoOpening {
  readonly underWay = new Observable<PhotoUnderWay | undefined>(undefined)
  readonly #parts: PhotoOpeningParts

  constructor(parts: PhotoOpeningParts) {
    this.#parts = parts
  }

  /** Asks for a photo. @returns whether one was opened */
  async choose(): Promise<boolean> {
    return this.#parts.projects().leaveFor(async () => {
      const photo = await this.#parts.shell.openPhotoDialog()
      if (photo !== null) await this.show(photo)
    })
  }

  /** Opens a dropped or pasted photo after the user chose to edit it. */
  async open(file: NamedBytes): Promise<boolean> {
    return this.#parts.projects().leaveFor(() =>
      this.#whileShown(file.name, async (signal) => {
        const photo = await this.#parts.shell.openPhoto(file)
        await this.#begin(photo, signal)
      }),
    )
  }

  /** Shows an open photo; unsaved changes of the previous document have been asked about. */
  readonly show = (photo: OpenPhoto): Promise<void> =>
    this.#whileShown(photo.name, (signal) => this.#begin(photo, signal))

  /** The packs that a photo can be edited with, the one in use first. */
  packs(): readonly PackManifest[] {
    const current = this.#parts.manifest()?.id
    const able = this.#parts.packs().filter(editsPhotos)
    return [...able.filter(({ id }) => id === current), ...able.filter(({ id }) => id !== current)]
  }

  /** Begins again with the photo that is being edited, labelled by another pack. @returns whether that was done */
  async editWith(pack: PackManifest): Promise<boolean> {
    const { projects, shown } = this.#parts
    return projects().leaveFor(async () => {
      const photo = shown()
      if (photo === undefined) return
      await this.#whileShown(photo.name, async (signal) => {
        await this.#start(photo, pack, await this.#labels(photo, pack, signal), signal)
      })
    })
  }

  dispose(): void {
    this.underWay.get()?.cancel()
    this.underWay.dispose()
  }

  async #whileShown(name: string, act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const cancelling = new AbortController()
    this.underWay.get()?.cancel()
    const own: PhotoUnderWay = { name, cancel: () => cancelling.abort() }
    this.underWay.set(own)
    try {
      await act(cancelling.signal)
    } catch (error) {
      if (!(error instanceof JobCancelled)) throw error
    } finally {
      if (this.underWay.get() === own) this.underWay.set(undefined)
    }
  }

  /** A photo without a face, say, is labelled by the next pack, and the user is told. */
  async #begin(photo: OpenPhoto, signal: AbortSignal): Promise<void> {
    const { shell, announcer } = this.#parts
    try {
      const [first, ...others] = this.packs()
      if (first === undefined) throw new Error(announcer.text('photoEdit.noPack'))
      let pack = first
      const labelled = await this.#labels(photo, first, signal).catch(async (error: unknown) => {
        const [second] = others
        if (second === undefined || !(error instanceof CocanvasError && error.code === 'bad-request')) throw error
        announcer.fail(error)
        pack = second
        return this.#labels(photo, second, signal)
      })
      await this.#start(photo, pack, labelled, signal)
    } catch (error) {
      await shell.closePhoto(photo.id)
      throw error
    }
  }

  async #start(photo: OpenPhoto, pack: PackManifest, labelled: LabelledPhoto, signal: AbortSignal): Promise<void> {
    const { shell, session, part, announcer, takePack } = this.#parts
    const size = photoDocumentSize(photo)
    const before = resizeNearest(labelled.labels, size)
    const editable = labelled.parts === undefined ? undefined : resizeNearest(labelled.parts, size)
    const { bytes } = await shell.readPhotoBytes(photo.id)
    if (signal.aborted) throw new JobCancelled()
    takePack(pack.id)
    const saved = await part.begin({ photo, bytes, before }, initialEditSettings, pack.classes)
    const name = photo.name.replace(/\.[^.]+$/, '') || photo.name
    const { structure, rasters } = photoDocument({
      id: `document-${makeId()}`,
      name,
      labels: before,
      editable,
      backdropClassId: unmatchedClass(pack),
      names: {
        labels: announcer.text('layer.kind.label'),
        marks: announcer.text('layer.kind.marks'),
        photo: announcer.text('layer.kind.original'),
      },
    })
    await session.begin(structure, rasters, new Map([[part.name, saved]]))
  }

  async #labels(
    { working }: OpenPhoto,
    { id, title, annotator }: PackManifest,
    signal: AbortSignal,
  ): Promise<LabelledPhoto> {
    const { client, announcer } = this.#parts
    if (annotator === undefined) throw new Error(announcer.text('photoEdit.noAnnotator'))
    if (signal.aborted) throw new JobCancelled()
    const job = client.annotateWhole(working, annotator, id)
    const cancel = (): void => job.cancel()
    signal.addEventListener('abort', cancel, { once: true })
    try {
      const { condition, parts, unsuited } = await job.result
      const labels = classMapOf(condition)
      if (labels === undefined) throw new Error(announcer.text('photoEdit.noAnnotator'))
      if (unsuited !== undefined) announcer.tell('info', UNSUITED[unsuited], { pack: title })
      return { labels, parts }
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }
}

/** What a whole photo shows. */
interface LabelledPhoto {
  readonly labels: LabelMap
  /** Non-zero where the pack can edit it; undefined where it can everywhere. */
  readonly parts: LabelMap | undefined
}

function editsPhotos(manifest: PackManifest): boolean {
  return recipeTakes('photo-edit', manifest) && manifest.annotator !== undefined
}
