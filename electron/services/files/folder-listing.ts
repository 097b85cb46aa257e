import { access, lstat, readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, extname, join, resolve } from 'node:path'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { FolderListing } from '../../contract/web-shell-protocol.ts'
import { fileFailureReason } from '../../images/file-failure.ts'

const MAX_ENTRIES = 2000
/** What the system says when there is no such file, or no folder it could be in. */
const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR'])
const PLACES = ['Pictures', 'Documents', 'Downloads', 'Desktop'] as const

/**
 * What the file chooser shows of a folder: its folders, and its files of the given extensions, by name.
 *
 * @throws CocanvasError `bad-request` when it cannot be read.
 */
export async function listFolder(path: string, extensions: readonly string[]): Promise<FolderListing> {
  const folder = resolve(path)
  const found = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new CocanvasError('bad-request', `${folder} cannot be shown: ${fileFailureReason(cause)}.`, { cause })
  })
  const visible = found.filter(({ name }) => !name.startsWith('.'))
  const entries = await Promise.all(
    visible.slice(0, MAX_ENTRIES).map(async (entry) => {
      const target = join(folder, entry.name)
      const status = entry.isSymbolicLink() ? await stat(target).catch(() => undefined) : entry
      const kind = status?.isDirectory() ? ('folder' as const) : ('file' as const)
      const fits = kind === 'folder' || extensions.includes(extname(entry.name).slice(1).toLowerCase())
      return status !== undefined && fits ? { name: entry.name, path: target, kind } : undefined
    }),
  )
  const parent = dirname(folder)
  return {
    path: folder,
    ...(parent === folder ? {} : { parent }),
    places: await existingPlaces(),
    entries: entries.filter((entry) => entry !== undefined).sort(foldersFirst),
  }
}

/** Whether saving there would replace something; a path that cannot be looked at counts as taken, to be on the safe side. */
export async function fileExists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => !(error instanceof Error && 'code' in error && ABSENT.has(String(error.code))),
  )
}

async function existingPlaces(): Promise<FolderListing['places']> {
  const home = homedir()
  const candidates = [{ name: 'Home', path: home }, ...PLACES.map((name) => ({ name, path: join(home, name) }))]
  const existing = await Promise.all(
    candidates.map((place) =>
      access(place.path).then(
        () => [place],
        () => [],
      ),
    ),
  )
  return existing.flat()
}

function foldersFirst(first: FolderListing['entries'][number], second: FolderListing['entries'][number]): number {
  if (first.kind !== second.kind) return first.kind === 'folder' ? -1 : 1
  return first.name.localeCompare(second.name, undefined, { numeric: true })
}
