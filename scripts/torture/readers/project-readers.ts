import { deflateRawSync } from 'node:zlib'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { decodeChangeLog } from '../../../electron/services/journal/change-log.ts'
import { JournalFolder } from '../../../electron/services/journal/journal-folder.ts'
import { packProject, unpackProject } from '../../../electron/services/project/project-archive.ts'
import { encodeMessage } from '../../../electron/wire/binary-message.ts'
import { newDocument } from '../../../renderer/model/document/new-document.ts'
import { readDocumentFile } from '../../../renderer/files/project/document-file.ts'
import { mutate } from '../mutate.ts'
import { logRecord, smallChange, smallProject } from '../sample-material.ts'
import { isSentence, jsonReader, refusesNothing, tornJson, type TornReader } from './torn-reader.ts'

/** Projects and their journals. @param folder an empty one that they may use */
export async function projectReaders(folder: string): Promise<readonly TornReader[]> {
  return [
    projectReader(await packProject(smallProject())),
    documentReader(),
    journalReader(),
    await headerReader(folder),
  ]
}

function projectReader(sound: Uint8Array): TornReader {
  return {
    name: 'project',
    mutant: (random) => {
      if (random.below(2) === 0) return mutate(sound, random)
      const files = unzipSync(sound)
      const name = random.pick(Object.keys(files))
      const content = files[name] ?? new Uint8Array()
      const text = (): string => Buffer.from(content).toString('utf8')
      const torn = name.endsWith('.json') ? tornJson(text(), random) : mutate(content, random)
      return zipSync({ ...files, [name]: torn }, { level: 1 })
    },
    read: (bytes) => unpackProject(bytes, 'mutant.cocanvas'),
    refuses: isSentence,
  }
}

/** The tree of layers, as the window reads it out of a project. */
function documentReader(): TornReader {
  let ids = 0
  const structure = newDocument(
    { name: 'Torture', width: 64, height: 64, backdropClassId: 3, layerName: 'Labels' },
    () => `layer-${(ids += 1)}`,
  )
  const sound = { formatVersion: 2, structure, packId: 'tiny', parts: { exemplar: { chosen: null } } }
  const read = (bytes: Uint8Array): Promise<unknown> => {
    const stored: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const isObject = typeof stored === 'object' && stored !== null
    return Promise.resolve(readDocumentFile(isObject ? { ...stored } : {}))
  }
  // The archive has parsed it before: what is no JSON does not come this far.
  const refuses = (error: unknown): boolean => error instanceof SyntaxError
  return jsonReader(
    'document',
    [JSON.stringify(sound), JSON.stringify({ ...sound, formatVersion: 1 })],
    (bytes) => Promise.resolve(bytes).then(read),
    refuses,
  )
}

function journalReader(): TornReader {
  const message = encodeMessage(smallChange())
  return {
    name: 'journal',
    mutant: (random) => {
      const torn = logRecord(deflateRawSync(random.below(2) === 0 ? mutate(message, random) : message))
      const log = Buffer.concat([logRecord(deflateRawSync(message)), torn])
      return random.below(2) === 0 ? mutate(log, random) : log
    },
    read: (bytes) => decodeChangeLog(Buffer.from(bytes)),
    refuses: refusesNothing,
  }
}

async function headerReader(folder: string): Promise<TornReader> {
  const journal = new JournalFolder(folder, 'torture')
  await mkdir(journal.path, { recursive: true })
  for (const part of [journal.basePath(0), journal.logPath(0)]) await writeFile(part, '')
  const sound = { formatVersion: 1, title: 'Lake', path: '/home/a/lake.cocanvas', generation: 0, foldedSteps: 2 }
  return jsonReader(
    'journal description',
    [JSON.stringify(sound)],
    async (bytes) => {
      await writeFile(path.join(journal.path, 'journal.json'), bytes)
      return journal.read()
    },
    refusesNothing,
  )
}
