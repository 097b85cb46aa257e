import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { findPack, type InstalledPack } from '../../packs/installed-pack.ts'

/**
 * Packs by id, read again whenever their manifest's file has changed: a pack may be mended, replaced or removed while the
 * host runs, but every stroke asks for it, and reading and checking a manifest takes two milliseconds of its fifty.
 */
export class KnownPacks {
  readonly #folders: readonly string[]
  readonly #packs = new Map<string, { readonly pack: InstalledPack; readonly stamp: string }>()

  /** @param folders searched for packs, first match wins */
  constructor(folders: readonly string[]) {
    this.#folders = folders
  }

  /** @throws CocanvasError `pack-missing` or `pack-broken` */
  async find(id: string): Promise<InstalledPack> {
    const known = this.#packs.get(id)
    if (known !== undefined && (await manifestStamp(known.pack.folder)) === known.stamp) return known.pack
    this.#packs.delete(id)
    const pack = await findPack(this.#folders, id)
    const stamp = await manifestStamp(pack.folder)
    if (stamp !== undefined) this.#packs.set(id, { pack, stamp })
    return pack
  }
}

/** Differs whenever the file was written or replaced; undefined when it is gone. */
async function manifestStamp(folder: string): Promise<string | undefined> {
  try {
    const { mtimeMs, ctimeMs, size, ino } = await stat(join(folder, 'manifest.json'))
    return [mtimeMs, ctimeMs, size, ino].join(' ')
  } catch {
    return undefined
  }
}
