import type { ExportedFile, NamedBytes } from '../../../electron/contract/image-file.ts'
import { MAKEUP_PARTS, type MakeupPart } from '../../../electron/contract/makeup-parts.ts'
import type { OpenPhoto, PhotoFormat } from '../../../electron/contract/open-photo.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import type { PlainMessageKey } from '../../i18n/message.ts'
import { newDocument } from '../../model/document/new-document.ts'
import { makeId } from '../../shared/lib/make-id.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import type { HostJobs } from '../../synthesis/inference/host-jobs.ts'
import type { KeptLooks } from '../../synthesis/makeup/kept-looks.ts'
import type { ReadSource, WornSource } from '../../synthesis/makeup/makeup-request.ts'
import type { MakeUpStudio } from '../../synthesis/makeup/makeup-studio.ts'
import type { ProjectCommands } from '../project/project-commands.ts'
import type { ProjectSession } from '../project/project-session.ts'
import type { MakeUpPart } from './makeup-part.ts'

export type MakeUpFormat = PhotoFormat['format']

export interface MakeUpFilesParts {
  readonly shell: Pick<ShellApi, 'openPhoto' | 'openPhotoDialog' | 'exportPhoto' | 'exportFile'>
  readonly client: Pick<HostJobs, 'askMakeUp'>
  readonly studio: MakeUpStudio
  readonly looks: KeptLooks
  readonly part: Pick<MakeUpPart, 'name' | 'begin'>
  readonly announcer: Announcer
  readonly readSource: ReadSource
  readonly begin: ProjectSession['begin']
  readonly leaveFor: ProjectCommands['leaveFor']
}

/** Names of the parts in layered files. */
const partNames: Readonly<Record<MakeupPart, PlainMessageKey>> = {
  foundation: 'makeup.foundation',
  blush: 'makeup.blush',
  shadow: 'makeup.shadow',
  liner: 'makeup.liner',
  lips: 'makeup.lips',
  paint: 'makeup.paint',
}

/** Opens photos to make up, and writes them and their looks. */
export class MakeUpFiles {
  readonly #parts: MakeUpFilesParts

  constructor(parts: MakeUpFilesParts) {
    this.#parts = parts
  }

  /** Asks for a photo and shows it in a project of its own. */
  async openDialog(): Promise<void> {
    await this.#parts.leaveFor(async () => {
      const photo = await this.#parts.shell.openPhotoDialog()
      if (photo !== null) await this.#begin(photo)
    })
  }

  async openBytes(file: NamedBytes): Promise<void> {
    await this.#parts.leaveFor(async () => this.#begin(await this.#parts.shell.openPhoto(file)))
  }

  /** @returns null when the user cancelled */
  async exportPhoto(format: MakeUpFormat, quality: number): Promise<ExportedFile | null> {
    const { studio, shell, announcer } = this.#parts
    const photo = studio.photo.get()?.open
    const result = await studio.finished(format === 'psd')
    if (photo === undefined || result === undefined) return null
    const { depth } = photo
    const encoding: PhotoFormat =
      format === 'psd'
        ? {
            format,
            names: {
              photo: announcer.text('makeup.layerPhoto'),
              patch: announcer.text('makeup.title'),
              mask: announcer.text('makeup.title'),
              patches: (result.parts ?? []).map((part) => announcer.text(partNames[part])),
            },
          }
        : format === 'jpeg'
          ? { format, quality }
          : { format, depth }
    const suggestedName = `${photo.name.replace(/\.[^.]+$/, '')}-${announcer.text('makeup.title')}`.slice(0, 190)
    return shell.exportPhoto({ photoId: photo.id, patches: result.patches, suggestedName, encoding })
  }

  /**
   * Writes the look of the chosen face as a small file that contains nobody's photo, and adds it to the looks to choose
   * from.
   */
  async keepLook(): Promise<void> {
    const { studio, looks, client, shell, announcer, readSource } = this.#parts
    const { parts } = studio.look
    const worn: Partial<Record<MakeupPart, Exclude<WornSource, 'bare'>>> = {}
    for (const part of MAKEUP_PARTS) {
      const { source, strength } = parts[part]
      const from = source === null || strength === 0 ? undefined : await readSource(source)
      if (from !== undefined && from !== 'bare') worn[part] = from
    }
    if (Object.keys(worn).length === 0) {
      announcer.tell('info', 'makeup.noLook')
      return
    }
    const { preset } = await client.askMakeUp({ viewId: 'make-up-look', wanted: 'preset', worn }).result
    if (preset === undefined) return
    const file = await shell.exportFile({
      kind: 'look',
      suggestedName: announcer.text('makeup.lookName'),
      bytes: preset,
    })
    if (file !== null) looks.add({ name: file.name, bytes: preset })
  }

  async #begin(photo: OpenPhoto): Promise<void> {
    const { part, begin, announcer } = this.#parts
    const name = photo.name.replace(/\.[^.]+$/, '') || photo.name
    const layerName = announcer.text('layer.kind.label')
    const document = newDocument({ name, width: 256, height: 256, backdropClassId: 0, layerName }, makeId)
    await begin(document, new Map(), new Map([[part.name, await part.begin(photo)]]))
  }
}
