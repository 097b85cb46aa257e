import { z } from 'zod'

import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { OpenPhoto } from '../../../electron/contract/open-photo.ts'
import type { ProjectPicture } from '../../../electron/contract/project-content.ts'
import type { ShellCalls } from '../../../electron/contract/shell-api.ts'
import { makeUpLooksSchema, sourcesOf, type MakeUpLooks } from '../../model/makeup/makeup-look.ts'
import type { KeptLooks } from '../../synthesis/makeup/kept-looks.ts'
import type { MakeUpStudio } from '../../synthesis/makeup/makeup-studio.ts'
import { embedPhoto, type EmbeddedPhoto } from '../project/exemplar-part.ts'
import type { ProjectPart, SavedPart } from '../project/project-part.ts'
import { base64, bytesOf } from './base64.ts'

export interface MakeUpPartParts {
  readonly shell: Pick<
    ShellCalls,
    | 'openPhoto'
    | 'readPhotoBytes'
    | 'encodeLabels'
    | 'decodeLabelImage'
    | 'readExemplarBytes'
    | 'addExemplar'
    | 'listExemplars'
    | 'decodeImage'
    | 'encodeImage'
  >
  readonly studio: MakeUpStudio
  readonly looks: KeptLooks
  /** The library has new photos. */
  readonly refresh: () => Promise<void>
  /** Tells whether the opened project has make-up. */
  readonly show: (hasMakeUp: boolean) => void
}

const PHOTO_ID = 'make-up-photo'
const LABELS_ID = 'make-up-parts'

const savedSchema = z.object({
  photoName: z.string().max(500),
  looks: makeUpLooksSchema,
  /** Whether a person corrected the parts; their labels are then stored as a picture. */
  corrected: z.boolean(),
  /** Photos that lend make-up, by their ids in the library that saved them. */
  exemplars: z.array(z.object({ id: z.string(), name: z.string().max(500), pictureId: z.string() })).max(64),
  kept: z.array(z.object({ id: z.string(), name: z.string().max(500), bytes: z.base64() })).max(64),
})

/**
 * A photo that is made up, byte for byte, and everything decided about it, so that the project opens on any machine.
 */
export class MakeUpPart implements ProjectPart {
  readonly name = 'make-up'
  readonly #parts: MakeUpPartParts
  readonly #embedded = new Map<string, Promise<EmbeddedPhoto>>()
  /** The photo of the open project: always the same bytes while it is open, so that the journal stores them once. */
  #photo: ProjectPicture | undefined
  #labels: { readonly of: LabelMap; readonly picture: ProjectPicture } | undefined
  /** A photo that the shell has open already. */
  #prepared: { readonly bytes: Uint8Array; readonly open: OpenPhoto } | undefined

  constructor(parts: MakeUpPartParts) {
    this.#parts = parts
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const { studio } = this.#parts
    const stops = [studio.photo.subscribe(listener), studio.decisions.subscribe(listener)]
    return () => stops.forEach((stop) => stop())
  }

  /** The first state of a new project about a photo. */
  async begin(open: OpenPhoto): Promise<SavedPart> {
    const { bytes } = await this.#parts.shell.readPhotoBytes(open.id)
    this.#prepared = { bytes, open }
    const state = savedSchema.parse({ photoName: open.name, looks: {}, corrected: false, exemplars: [], kept: [] })
    return { state, pictures: [{ id: PHOTO_ID, mediaType: open.mediaType, bytes }] }
  }

  readonly save = async (): Promise<SavedPart> => {
    const { studio, looks, shell } = this.#parts
    const open = studio.photo.get()?.open
    const photo = this.#photo
    if (open === undefined || photo === undefined) return { state: null, pictures: [] }
    const decisions = studio.decisions.get()
    const sources = sourcesOf(decisions.looks)
    const kept = looks.looks.get().filter(({ id }) => sources.includes(id))
    const present = new Set((await shell.listExemplars()).map(({ id }) => id))
    const exemplars = await Promise.all(
      sources.filter((id) => present.has(id)).map(async (id) => ({ id, ...(await this.#embed(id)) })),
    )
    const { corrected } = decisions
    return {
      state: savedSchema.parse({
        photoName: open.name,
        looks: decisions.looks,
        corrected: corrected !== undefined,
        exemplars: exemplars.map(({ id, name, picture }) => ({ id, name, pictureId: picture.id })),
        kept: kept.map((look) => ({ ...look, bytes: base64(look.bytes) })),
      }),
      pictures: [
        photo,
        ...(corrected === undefined ? [] : [await this.#labelPicture(corrected)]),
        ...exemplars.map(({ picture }) => picture),
      ],
    }
  }

  readonly restore = async (state: unknown, pictures: ReadonlyMap<string, ProjectPicture>): Promise<void> => {
    const { studio, shell, show } = this.#parts
    const saved = savedSchema.safeParse(state)
    const photo = pictures.get(PHOTO_ID)
    const prepared = this.#prepared
    this.#prepared = undefined
    if (!saved.success || photo === undefined) {
      this.#photo = undefined
      studio.close()
      show(false)
      return
    }
    const { photoName, looks, corrected } = saved.data
    const renamed = await this.#bringSources(saved.data, pictures)
    const known = prepared?.bytes === photo.bytes ? prepared.open : undefined
    const open = known ?? (await shell.openPhoto({ name: photoName, bytes: photo.bytes }))
    const labels = corrected ? await readLabels(shell, pictures.get(LABELS_ID)) : undefined
    this.#photo = photo
    await studio.open(open, { looks: withSources(looks, renamed), corrected: labels })
    show(true)
  }

  /** Adds photos and looks that this machine does not have yet. @returns their ids here */
  async #bringSources(
    { exemplars, kept }: z.infer<typeof savedSchema>,
    pictures: ReadonlyMap<string, ProjectPicture>,
  ): Promise<ReadonlyMap<string, string>> {
    const { shell, looks, refresh } = this.#parts
    const renamed = new Map<string, string>()
    for (const { id, name, bytes } of kept) renamed.set(id, looks.add({ name, bytes: bytesOf(bytes) }).id)
    const known = new Set((await shell.listExemplars()).map(({ id }) => id))
    for (const { id, name, pictureId } of exemplars) {
      const picture = pictures.get(pictureId)
      if (!known.has(id) && picture !== undefined)
        renamed.set(id, (await shell.addExemplar({ name, bytes: picture.bytes })).id)
    }
    await refresh()
    return renamed
  }

  #embed(id: string): Promise<EmbeddedPhoto> {
    const known = this.#embedded.get(id) ?? embedPhoto(this.#parts.shell, id, this.name)
    this.#embedded.set(id, known)
    known.catch(() => this.#embedded.delete(id))
    return known
  }

  async #labelPicture(labels: LabelMap): Promise<ProjectPicture> {
    if (this.#labels?.of === labels) return this.#labels.picture
    const bytes = await this.#parts.shell.encodeLabels(labels, GREYS)
    const picture = { id: LABELS_ID, mediaType: 'image/png' as const, bytes }
    this.#labels = { of: labels, picture }
    return picture
  }
}

const GREYS = Uint8Array.from({ length: 768 }, (_, at) => Math.floor(at / 3))

/** Labels that cannot be read are left out; the parts are then as found. */
async function readLabels(
  shell: Pick<ShellCalls, 'decodeLabelImage'>,
  picture: ProjectPicture | undefined,
): Promise<LabelMap | undefined> {
  if (picture === undefined) return undefined
  const image = await shell.decodeLabelImage({ name: `${LABELS_ID}.png`, bytes: picture.bytes }).catch(() => undefined)
  return image?.kind === 'values' ? { width: image.width, height: image.height, data: image.values } : undefined
}

/** The looks, with the ids that their sources have in this library. */
function withSources(looks: MakeUpLooks, renamed: ReadonlyMap<string, string>): MakeUpLooks {
  const named = (source: string | null): string | null => (source === null ? null : (renamed.get(source) ?? source))
  return makeUpLooksSchema.parse(
    Object.fromEntries(
      Object.entries(looks).map(([face, look]) => [
        face,
        {
          ...look,
          parts: Object.fromEntries(
            Object.entries(look.parts).map(([part, { strength, source }]) => [
              part,
              { strength, source: named(source) },
            ]),
          ),
        },
      ]),
    ),
  )
}
