import { z } from 'zod'

import { exemplarIdSchema, type ExemplarEntry } from '../../../electron/contract/exemplar-library.ts'
import type { ProjectPicture } from '../../../electron/contract/project-content.ts'
import type { ShellCalls } from '../../../electron/contract/shell-api.ts'
import { layerExemplarsRenamed } from '../../model/document/document-slice.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { exemplarChoiceRestored, type ExemplarChoice } from '../../synthesis/exemplars/exemplar-slice.ts'
import { layerPhotoIds } from '../../synthesis/exemplars/layer-photos.ts'
import { restoreReadings, savedReadingsSchema, saveReadings, type CorrectedReadings } from './corrected-readings.ts'
import type { ProjectPart, SavedPart } from './project-part.ts'

export interface ExemplarPartParts {
  readonly shell: Pick<
    ShellCalls,
    'readExemplarBytes' | 'addExemplar' | 'listExemplars' | 'decodeImage' | 'encodeImage'
  >
  readonly store: {
    readonly getState: () => { readonly exemplar: ExemplarChoice; readonly document: DocumentStructure }
    readonly dispatch: (
      action: ReturnType<typeof exemplarChoiceRestored> | ReturnType<typeof layerExemplarsRenamed>,
    ) => unknown
    readonly subscribe: (listener: () => void) => () => void
  }
  /** The library as it is shown. */
  readonly entries: () => readonly ExemplarEntry[]
  /** The library has new photos. */
  readonly refresh: () => Promise<void>
  readonly readings: CorrectedReadings
}

export interface EmbeddedPhoto {
  readonly name: string
  readonly picture: ProjectPicture
}

const savedSchema = z.object({
  primaryId: exemplarIdSchema.nullable(),
  byClass: z.record(z.string().regex(/^\d{1,3}$/), exemplarIdSchema),
  /** The photos by their ids in the library that saved them. */
  photos: z.array(z.object({ id: exemplarIdSchema, pictureId: z.string(), name: z.string().max(500) })).max(64),
  /** What photos show as a person corrected it; projects of earlier versions have none. */
  readings: savedReadingsSchema.max(64).default([]),
})

/** Photos in formats that the container does not know are stored as PNG, with at most this many pixels a side. */
const LONGEST_SIDE = 4096

/**
 * The choice of exemplars, with the photos themselves and the corrections of them, so that a project opens on any
 * machine.
 */
export function exemplarPart({ shell, store, entries, refresh, readings }: ExemplarPartParts): ProjectPart {
  const embedded = new Map<string, { readonly version: string; readonly photo: Promise<EmbeddedPhoto> }>()
  const embed = (id: string): Promise<EmbeddedPhoto> => {
    const entry = entries().find((each) => each.id === id)
    // A photo that was cut or renamed since has to be embedded again.
    const version = JSON.stringify([entry?.title, entry?.frame])
    const known = embedded.get(id)
    if (known?.version === version) return known.photo
    const photo = embedPhoto(shell, id)
    const reading = { version, photo }
    embedded.set(id, reading)
    photo.catch(() => {
      if (embedded.get(id) === reading) embedded.delete(id)
    })
    return photo
  }
  return {
    name: 'exemplar',
    save: async (): Promise<SavedPart> => {
      const { exemplar, document } = store.getState()
      const { primaryId, byClass } = exemplar
      // Undo may bring back a layer whose photo has been removed from the library; that must not make the save fail.
      const ofLayers = layerPhotoIds(document).filter((id) => entries().some((entry) => entry.id === id))
      const chosen = [...(primaryId === null ? [] : [primaryId]), ...Object.values(byClass)]
      const ids = [...new Set([...chosen, ...ofLayers])]
      const photos = await Promise.all(ids.map(async (id) => ({ id, ...(await embed(id)) })))
      return {
        state: {
          primaryId,
          byClass,
          photos: photos.map(({ id, name, picture }) => ({ id, name, pictureId: picture.id })),
          readings: await saveReadings(readings, ids),
        },
        pictures: photos.map(({ picture }) => picture),
      }
    },
    restore: async (state, pictures) => {
      const saved = savedSchema.safeParse(state)
      // A document without a choice of its own keeps the photo in use, because without one there would be no picture.
      // Photos chosen for single classes are dropped: they were meant for the previous document alone.
      if (!saved.success) {
        const { primaryId } = store.getState().exemplar
        store.dispatch(exemplarChoiceRestored({ primaryId, byClass: {} }))
        return
      }
      const known = new Set((await shell.listExemplars()).map(({ id }) => id))
      const present = new Map<string, string>()
      for (const { id, name, pictureId } of saved.data.photos) {
        const picture = pictures.get(pictureId)
        if (known.has(id)) present.set(id, id)
        else if (picture !== undefined) present.set(id, (await shell.addExemplar({ name, bytes: picture.bytes })).id)
      }
      await restoreReadings(readings, saved.data.readings, (id) => present.get(id))
      await refresh()
      const { primaryId, byClass } = saved.data
      const renamed = Object.fromEntries(saved.data.photos.map(({ id }) => [id, present.get(id) ?? id]))
      store.dispatch(layerExemplarsRenamed(renamed))
      store.dispatch(
        exemplarChoiceRestored({
          primaryId: primaryId === null ? null : (present.get(primaryId) ?? null),
          byClass: Object.fromEntries(
            Object.entries(byClass).flatMap(([classId, id]) => {
              const now = present.get(id)
              return now === undefined ? [] : [[Number(classId), now] as const]
            }),
          ),
        }),
      )
    },
    subscribe: (listener) => {
      let before = store.getState().exemplar
      // A correction does not count as a change of the document: the library has stored it, and the next save includes
      // it.
      return store.subscribe(() => {
        const now = store.getState().exemplar
        if (now === before) return
        before = now
        listener()
      })
    },
  }
}

/** A photo of the library as a project stores it. @param part whose picture it is: its id begins with that name */
export async function embedPhoto(
  shell: Pick<ShellCalls, 'readExemplarBytes' | 'decodeImage' | 'encodeImage'>,
  exemplarId: string,
  part = 'exemplar',
): Promise<EmbeddedPhoto> {
  const { name, bytes } = await shell.readExemplarBytes(exemplarId)
  const id = `${part}-${exemplarId}`.slice(0, 64)
  const mediaType = mediaTypeOf(bytes)
  if (mediaType !== undefined) return { name, picture: { id, mediaType, bytes } }
  const decoded = await shell.decodeImage({ name, bytes }, LONGEST_SIDE)
  return { name, picture: { id, mediaType: 'image/png', bytes: await shell.encodeImage(decoded, { format: 'png' }) } }
}

function mediaTypeOf(bytes: Uint8Array): ProjectPicture['mediaType'] | undefined {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'image/png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg'
  return bytes[0] === 0x52 && bytes[8] === 0x57 ? 'image/webp' : undefined
}
