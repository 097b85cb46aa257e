import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { checkpointReader } from './checkpoint-reader.ts'
import { drawingReaders } from './drawing-readers.ts'
import { labelReaders } from './label-readers.ts'
import { manifestReaders } from './manifest-readers.ts'
import { messageReaders } from './message-readers.ts'
import { photoReaders } from './photo-readers.ts'
import { projectReaders } from './project-readers.ts'
import { storedReaders } from './stored-readers.ts'
import type { TornReader } from './torn-reader.ts'

/**
 * Every reader of what comes from outside. Photoshop files are only written, and a pack's graphs are compared with their
 * checksum before anything reads them.
 *
 * @param root the repository's root, whose fixtures are the sound inputs
 * @param folder an empty one, in which files are laid that are read from the disk
 */
export async function tornReaders(root: string, folder: string): Promise<readonly TornReader[]> {
  const own = async (name: string): Promise<string> => {
    const place = path.join(folder, name)
    await mkdir(place, { recursive: true })
    return place
  }
  return [
    ...(await projectReaders(await own('projects'))),
    ...(await storedReaders(await own('stored'))),
    ...(await labelReaders()),
    ...(await photoReaders(root)),
    ...(await drawingReaders(root, await own('drawings'))),
    ...(await manifestReaders(root, await own('manifests'))),
    ...messageReaders(),
    await checkpointReader(root),
  ]
}
