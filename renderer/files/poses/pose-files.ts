import type { NamedBytes } from '../../../electron/contract/image-file.ts'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import { openPoseDocument } from '../../../electron/contract/poses/openpose-document.ts'
import type { PosePeople } from '../../../electron/contract/poses/pose-people.ts'
import { readPosePeople } from '../../../electron/contract/poses/reading/read-pose-people.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { fitPeople } from '../../model/poses/fit-person.ts'
import { type Person, personOf, seenPerson } from '../../model/poses/person.ts'
import { standingBody } from '../../model/poses/standing-body.ts'
import type { Editor } from '../../painting/editor/editor.ts'
import type { Command } from '../../shared/commands/command.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import type { HostJobs } from '../../synthesis/inference/host-jobs.ts'
import { skeletonPicture } from './skeleton-picture.ts'
import { wholePhoto } from './whole-photo.ts'

export interface PoseFileParts {
  readonly shell: Pick<ShellApi, 'openPoseDialog' | 'openImageDialog' | 'encodeImage' | 'exportFile'>
  readonly client: Pick<HostJobs, 'findPeople'>
  readonly editor: Pick<Editor, 'layers' | 'poses'>
  readonly announcer: Announcer
  readonly document: () => DocumentStructure
  /** Lays a photo over the document as a reference layer. @returns its id */
  readonly addPhoto: (name: string, image: RgbImage) => string
}

/** Photos are read, and kept as templates, with at most this many pixels a side. */
const PHOTO_SIDE = 2048

/** Brings people into the document, from files and from photos, and writes them out. */
export class PoseFiles {
  readonly #parts: PoseFileParts

  constructor(parts: PoseFileParts) {
    this.#parts = parts
  }

  commands(): readonly Command[] {
    const file = (order: number): Pick<Command, 'group' | 'shortcuts' | 'menus'> => ({
      group: 'commands.group.file',
      shortcuts: [],
      menus: [{ menu: 'file', section: 5, order }],
    })
    return [
      { id: 'pose.fromPhoto', title: 'pose.fromPhoto', ...file(10), run: () => void this.openPhoto() },
      { id: 'pose.openFile', title: 'pose.openFile', ...file(20), run: () => void this.openFile() },
      {
        id: 'pose.exportJson',
        title: 'pose.exportJson',
        ...file(30),
        isAvailable: () => this.#hasPeople,
        run: () => void this.exportJson(),
      },
      {
        id: 'pose.exportPicture',
        title: 'pose.exportPicture',
        ...file(40),
        isAvailable: () => this.#hasPeople,
        run: () => void this.exportPicture(),
      },
    ]
  }

  /** Asks for a pose file and adds its people. */
  async openFile(): Promise<void> {
    await this.#parts.announcer.attempt(async () => {
      const file = await this.#parts.shell.openPoseDialog()
      if (file !== null) this.take(file)
    })
  }

  /** Adds the people of a pose file. @throws CocanvasError, one sentence, for a file that is none */
  take({ bytes }: NamedBytes): void {
    const found = readPosePeople(parsed(bytes), this.#parts.document())
    this.#add(found.people.map(personOf), found, 'within')
    if (found.leftOut.length === 0) return
    const { announcer } = this.#parts
    const parts = found.leftOut.map((part) => announcer.text(`pose.detail.${part}`)).join(', ')
    announcer.tell('info', 'pose.leftOut', { parts })
  }

  /** Asks for a photo, lays it under the pose and adds the people in it. */
  async openPhoto(): Promise<void> {
    await this.#parts.announcer.attempt(async () => {
      const [photo] = (await this.#parts.shell.openImageDialog(PHOTO_SIDE)) ?? []
      if (photo !== undefined) await this.takePhoto(photo.name, photo.image)
    })
  }

  /** Lays a photo into the document and adds the people in it above. */
  async takePhoto(name: string, image: RgbImage): Promise<void> {
    const { announcer, client, addPhoto, document } = this.#parts
    announcer.tell('info', 'pose.looking')
    const { people } = await client.findPeople(image).result
    if (people.length === 0) {
      announcer.tell('error', 'pose.nobody', { name })
      return
    }
    const { layers, poses } = this.#parts.editor
    const posed = poses.layer()
    if (posed !== undefined) layers.choose(posed.id)
    const photo = wholePhoto({ image, people: people.map(personOf) }, document())
    const photoId = addPhoto(name, photo.image)
    if (posed !== undefined) layers.step(photoId, 1)
    this.#add(photo.people, photo.image, 'covering')
    announcer.tell('info', 'pose.found', { count: people.length })
  }

  /** Asks where to and writes the people as OpenPose JSON. */
  async exportJson(): Promise<void> {
    const people = this.#shown()
    if (people === undefined) return
    const bytes = new TextEncoder().encode(`${JSON.stringify(openPoseDocument(people))}\n`)
    await this.#export('json', bytes)
  }

  /** Writes the skeletons as a PNG. */
  async exportPicture(): Promise<void> {
    const people = this.#shown()
    if (people === undefined) return
    await this.#parts.announcer.attempt(async () => {
      await this.#export('png', await this.#parts.shell.encodeImage(skeletonPicture(people), { format: 'png' }))
    })
  }

  get #hasPeople(): boolean {
    return (this.#parts.editor.poses.people() ?? []).length > 0
  }

  #shown(): PosePeople | undefined {
    const { editor, announcer, document } = this.#parts
    const people = (editor.poses.people() ?? []).map(seenPerson)
    if (people.length > 0) return { width: document().width, height: document().height, people }
    announcer.tell('info', 'pose.noPeople')
    return undefined
  }

  async #export(kind: 'json' | 'png', bytes: Uint8Array): Promise<void> {
    const { shell, announcer, document } = this.#parts
    await announcer.attempt(async () => {
      const suggestedName = `${document().name || announcer.text('project.untitled')}-pose`
      const written = await shell.exportFile({ kind, suggestedName, bytes })
      if (written !== null) announcer.tell('info', 'export.done', written)
    })
  }

  #add(people: readonly Person[], size: ImageSize, how: 'within' | 'covering'): void {
    const { editor, announcer, document } = this.#parts
    const { poses, layers } = editor
    if (poses.layer() === undefined) layers.add('pose', announcer.text('layer.kind.pose'))
    const known = poses.people() ?? []
    // The person in a new layer is a placeholder.
    const before = known.length === 1 && isUntouched(known[0], document()) ? [] : known
    const fitted = fitPeople(people, size, document(), how)
    if (!poses.change('pose.import', [...before, ...fitted])) announcer.tell('error', 'toolProblem.locked')
    else poses.select({ person: before.length, joint: undefined })
  }
}

function isUntouched(person: Person | undefined, document: ImageSize): boolean {
  return JSON.stringify(person?.body) === JSON.stringify(standingBody(document))
}

function parsed(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes)
  try {
    return JSON.parse(text)
  } catch {
    // A file that is no JSON gets the same message as JSON that holds no pose.
    return undefined
  }
}
