import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { CocanvasError } from '../../contract/error-codes.ts'
import { checkedTarget } from '../../images/write-target.ts'

/** Folders in which no picture and no project of the user's may be written: the settings, journals and packs lie there. */
export class ProtectedFolders {
  private readonly folders: readonly string[]

  constructor(folders: readonly string[]) {
    this.folders = folders
  }

  /**
   * Looks where a write would really end: links are followed, and folders are told by what they are instead of by their
   * spelling, which differs on disks that take `Data` for `data`.
   *
   * @throws CocanvasError `bad-request` for a path in a protected folder
   * @throws ImageError `unwritable` for one that cannot be written at all
   */
  async check(path: string): Promise<void> {
    const forbidden = new Set((await Promise.all(this.folders.map(identityOf))).filter((known) => known !== undefined))
    const target = await checkedTarget(resolve(path)).then(
      (checked) => checked.target,
      () => path,
    )
    for (let folder = await existing(dirname(target)); ; folder = dirname(folder)) {
      const identity = await identityOf(folder)
      if (identity !== undefined && forbidden.has(identity)) {
        throw new CocanvasError(
          'bad-request',
          `${basename(path)} cannot be written into the folders of Cocanvas itself: choose another folder.`,
        )
      }
      if (folder === dirname(folder)) return
    }
  }
}

/** The nearest folder of the path that exists, by its real name. */
async function existing(path: string): Promise<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    const real = await realpath(folder).catch(() => undefined)
    if (real !== undefined) return real
    if (folder === dirname(folder)) return folder
  }
}

/** Device and file number. */
async function identityOf(path: string): Promise<string | undefined> {
  const status = await stat(path, { bigint: true }).catch(() => undefined)
  return status === undefined ? undefined : `${status.dev}:${status.ino}`
}
