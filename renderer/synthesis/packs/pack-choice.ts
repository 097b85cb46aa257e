import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import type { PackListing } from '../../../electron/contract/system-facts.ts'
import { Observable } from '../../shared/lib/observable.ts'

/** The installed packs and the one that makes the pictures. */
export class PackChoice {
  readonly manifest = new Observable<PackManifest | undefined>(undefined)
  readonly packs = new Observable<readonly PackListing[]>([])
  readonly #shell: Pick<ShellApi, 'listPacks'>

  constructor(shell: Pick<ShellApi, 'listPacks'>) {
    this.#shell = shell
  }

  /**
   * Reads the installed packs anew and keeps the choice where it can: the wanted pack, the chosen one, or the first
   * that is painted with labels.
   */
  async load(wantedId?: string): Promise<void> {
    const { packs } = await this.#shell.listPacks()
    this.packs.set(packs)
    const painted = packs.filter(({ manifest }) => manifest.conditions.some(({ kind }) => kind === 'labels'))
    const find = (id: string | undefined): PackListing | undefined => painted.find(({ manifest }) => manifest.id === id)
    const before = this.manifest.get()
    const chosen = (find(wantedId) ?? find(before?.id) ?? painted[0])?.manifest
    // Read anew and the same: nobody has to label photos again.
    if (chosen?.id !== before?.id || chosen?.version !== before?.version) this.manifest.set(chosen)
  }

  /** @returns whether such a pack is installed. */
  choose(packId: string): boolean {
    const listing = this.packs.get().find(({ manifest }) => manifest.id === packId)
    if (listing !== undefined) this.manifest.set(listing.manifest)
    return listing !== undefined
  }

  dispose(): void {
    this.manifest.dispose()
    this.packs.dispose()
  }
}
