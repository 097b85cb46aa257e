import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ProjectContent } from '../../contract/project-content.ts'
import { writeFileAtomically } from '../../images/atomic-write.ts'
import { fileFailureCode, fileFailureReason } from '../../images/file-failure.ts'
import { packProject, unpackProject } from './project-archive.ts'
import { ProjectError } from './project-error.ts'
import { PROJECT_LIMITS } from './project-limits.ts'
import type { UnpackProject } from './unpack-in-thread.ts'

/**
 * @param unpack in a thread for files from outside; the journal's own are read in place
 * @throws ProjectError or ImageError when the file is missing, unreadable, damaged or hostile.
 */
export async function readProjectFile(path: string, unpack: UnpackProject = unpackProject): Promise<ProjectContent> {
  return unpack(await readBytes(path), basename(path))
}

/**
 * Writes the file whole or not at all; a link is followed, so that it stays a link.
 *
 * @returns the bytes written
 * @throws ImageError `unwritable`
 */
export async function writeProjectFile(path: string, content: ProjectContent): Promise<Uint8Array> {
  const bytes = await packProject(content)
  await writeFileAtomically(path, bytes)
  return bytes
}

async function readBytes(path: string): Promise<Uint8Array> {
  const name = basename(path)
  try {
    const status = await stat(path)
    if (!status.isFile()) throw new ProjectError(`${name} is not a file: choose a .cocanvas file.`)
    if (status.size > PROJECT_LIMITS.fileBytes)
      throw new ProjectError(`${name} is larger than any project of Cocanvas: choose another file.`)
    return await readFile(path)
  } catch (error) {
    if (error instanceof ProjectError) throw error
    if (fileFailureCode(error) === 'ENOENT') {
      throw new ProjectError(`${name} is no longer in its folder: look for it and open it from there.`, {
        cause: error,
      })
    }
    throw new ProjectError(`${name} cannot be read: ${fileFailureReason(error)}.`, { cause: error })
  }
}
