import { readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { PackList, PackListing } from '../../contract/system-facts.ts'
import { findPack, listPacks, type InstalledPack } from '../../packs/installed-pack.ts'
import type { ModelFolders } from '../../packs/pack-folders.ts'
import { verifyPack } from '../../packs/verify-pack.ts'

const MAX_CARD_BYTES = 1024 * 1024

/** The installed packs, shipped and imported. */
export class PackShelf {
  private readonly packFolders: readonly string[]
  /** Where imported packs lie; the only ones that may be removed. */
  private readonly importedFolder: string

  constructor(folders: ModelFolders, importedFolder: string) {
    this.packFolders = folders.packFolders
    this.importedFolder = importedFolder
  }

  async list(): Promise<PackList> {
    const { packs, broken } = await listPacks(this.packFolders)
    return { packs: packs.map((pack) => this.describe(pack)), broken: [...broken] }
  }

  /** @throws CocanvasError `pack-missing` or `pack-broken` with the first fault. */
  async verify(packId: string): Promise<void> {
    await verifyPack(await findPack(this.packFolders, packId))
  }

  /** Gone at one stroke: renamed to a name that no search reads, then deleted. */
  async remove(packId: string): Promise<void> {
    const pack = await findPack(this.packFolders, packId)
    if (!this.isImported(pack)) {
      throw new CocanvasError('bad-request', `The pack ${packId} ships with Cocanvas and cannot be removed.`)
    }
    const dying = join(dirname(pack.folder), `.removed-${basename(pack.folder)}`)
    await rm(dying, { recursive: true, force: true })
    await rename(pack.folder, dying)
    await rm(dying, { recursive: true, force: true })
  }

  /** Markdown; empty when the pack has no card. */
  async readCard(packId: string): Promise<string> {
    const pack = await findPack(this.packFolders, packId)
    const card = await readFile(join(pack.folder, 'card.md')).catch(() => Buffer.alloc(0))
    return card.subarray(0, MAX_CARD_BYTES).toString('utf8')
  }

  async find(packId: string): Promise<InstalledPack> {
    return findPack(this.packFolders, packId)
  }

  private describe(pack: InstalledPack): PackListing {
    const bytes = pack.manifest.stages.reduce((sum, stage) => sum + stage.bytes, 0)
    return {
      manifest: pack.manifest,
      origin: this.isImported(pack) ? 'imported' : 'shipped',
      folder: pack.folder,
      bytes,
    }
  }

  private isImported(pack: InstalledPack): boolean {
    return relative(this.importedFolder, pack.folder) === basename(pack.folder)
  }
}
