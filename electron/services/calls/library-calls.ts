import { basename } from 'node:path'
import type { ExemplarEntry } from '../../contract/exemplar-library.ts'
import type { NamedBytes } from '../../contract/image-file.ts'
import type { ShellCalls } from '../../contract/shell-api.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { PHOTO_EXTENSIONS } from '../dialogs.ts'
import { listFaceTemplates } from '../samples/face-templates.ts'
import { listSampleLayouts, readSampleLayout } from '../samples/sample-layouts.ts'
import type { ShellServices } from '../shell-services.ts'
import type { ShellWindow } from '../shell-window.ts'

type LibraryCalls = Pick<
  ShellCalls,
  | 'listPacks'
  | 'verifyPack'
  | 'removePack'
  | 'readModelCard'
  | 'listExemplars'
  | 'readExemplarThumbnail'
  | 'readExemplar'
  | 'readExemplarOriginal'
  | 'readExemplarBytes'
  | 'addExemplar'
  | 'addExemplarsByDialog'
  | 'updateExemplar'
  | 'removeExemplar'
  | 'noteExemplarUsed'
  | 'readExemplarReading'
  | 'storeExemplarReading'
  | 'listFaceTemplates'
  | 'listSampleLayouts'
  | 'readSampleLayout'
>

/** Packs, exemplars and samples. */
export function libraryCalls(
  { packs, exemplars, folders }: ShellServices,
  { dialogs, tell }: ShellWindow,
): LibraryCalls {
  const add = (file: NamedBytes): Promise<ExemplarEntry> =>
    exemplars.add(file, { onNotice: (message) => tell('photoNotice', { message }) })
  return {
    listPacks: () => packs.list(),
    verifyPack: (packId) => packs.verify(packId),
    removePack: (packId) => packs.remove(packId),
    readModelCard: (packId) => packs.readCard(packId),
    listExemplars: () => exemplars.list(),
    readExemplarThumbnail: (exemplarId) => exemplars.readThumbnail(exemplarId),
    readExemplar: (exemplarId, longestSide) => exemplars.read(exemplarId, longestSide),
    readExemplarOriginal: (exemplarId, longestSide) => exemplars.readOriginal(exemplarId, longestSide),
    readExemplarBytes: (exemplarId) => exemplars.readBytes(exemplarId),
    addExemplar: add,
    addExemplarsByDialog: async () => {
      const paths = await dialogs.chooseFiles({ purpose: 'photos', multiple: true, extensions: PHOTO_EXTENSIONS })
      if (paths === undefined) return null
      const entries: ExemplarEntry[] = []
      // One after the other: a hundred photos at once would fill the memory.
      for (const path of paths) entries.push(await add({ name: basename(path), bytes: await readPictureFile(path) }))
      return entries
    },
    updateExemplar: (exemplarId, patch) => exemplars.update(exemplarId, patch),
    removeExemplar: (exemplarId) => exemplars.remove(exemplarId),
    noteExemplarUsed: (exemplarId) => exemplars.noteUsed(exemplarId),
    readExemplarReading: async (exemplarId, packId) => (await exemplars.readReading(exemplarId, packId)) ?? null,
    storeExemplarReading: (exemplarId, reading) => exemplars.storeReading(exemplarId, reading),
    listFaceTemplates: () => listFaceTemplates(folders.assets),
    listSampleLayouts: () => listSampleLayouts(folders.assets),
    readSampleLayout: async (layoutId, packId) =>
      readSampleLayout(folders.assets, layoutId, (await packs.find(packId)).manifest),
  }
}
