import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CocanvasError } from '../contract/error-codes.ts'
import type { PackManifest } from '../contract/pack-manifest.ts'
import { storedPackManifestSchema } from '../contract/stored-pack-manifest.ts'
import { readManifest } from './read-manifest.ts'

/** A pack on disk: its folder (absolute or as found) and validated manifest. Graph files are not checked yet. */
export interface InstalledPack {
  readonly folder: string
  readonly manifest: PackManifest
}

/** A folder that looks like a pack and is not usable, with the sentence that says why. */
export interface BrokenPack {
  readonly folder: string
  readonly message: string
}

/** Reads one pack. @throws CocanvasError `pack-missing` or `pack-broken` (also when folder and id differ). */
export async function readPack(folder: string): Promise<InstalledPack> {
  const manifest = await readManifest(folder, storedPackManifestSchema)
  if (manifest.id !== basename(folder))
    throw new CocanvasError(
      'pack-broken',
      `The pack in ${folder} calls itself ${manifest.id}; rename the folder to ${manifest.id}.`,
    )
  return { folder, manifest }
}

/** Every pack in the folders, in their order; a later pack with an id already seen is left out. */
export async function listPacks(
  folders: readonly string[],
): Promise<{ packs: readonly InstalledPack[]; broken: readonly BrokenPack[] }> {
  const packs = new Map<string, InstalledPack>()
  const broken: BrokenPack[] = []
  for (const folder of await candidateFolders(folders)) {
    try {
      const pack = await readPack(folder)
      if (!packs.has(pack.manifest.id)) packs.set(pack.manifest.id, pack)
    } catch (error) {
      broken.push({ folder, message: error instanceof Error ? error.message : String(error) })
    }
  }
  return { packs: [...packs.values()], broken }
}

/** The pack of an id. @throws CocanvasError `pack-missing` naming the packs there are, or `pack-broken`. */
export async function findPack(folders: readonly string[], id: string): Promise<InstalledPack> {
  const candidates = await candidateFolders(folders)
  const folder = candidates.find((candidate) => basename(candidate) === id)
  if (folder !== undefined) return readPack(folder)
  const names = [...new Set(candidates.map((candidate) => basename(candidate)))]
  const remedy = names.length === 0 ? 'no pack is installed, so install it first' : `choose one of ${names.join(', ')}`
  throw new CocanvasError('pack-missing', `There is no pack called ${id}; ${remedy}.`)
}

/** Sub-folders in name order; names that start with a dot are packs still being written. */
async function candidateFolders(folders: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    const names = entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
    found.push(...names.sort().map((name) => join(folder, name)))
  }
  return found
}
