import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import type { PackListing } from '../../../electron/contract/system-facts.ts'
import { drawnKind } from '../conditions/condition-table.ts'
import { Observable } from '../../shared/lib/observable.ts'

/** The pack of a new user, where it is installed, because the samples are made for it. */
const FIRST_PACK = 'landscape'

/** The installed packs and the one that makes the pictures. */
export class PackChoice {
  readonly manifest = new Observable<PackManifest | undefined>(undefined)
  readonly packs = new Observable<readonly PackListing[]>([])
  readonly #shell: Pick<ShellApi, 'listPacks'>

  constructor(shell: Pick<ShellApi, 'listPacks'>) {
    this.#shell = shell
  }

  /**
   * Reads the installed packs again and keeps the choice where it can: the wanted pack, the chosen one, or the first
   * for which the editor can draw.
   */
  async load(wantedId?: string): Promise<void> {
    const { packs } = await this.#shell.listPacks()
    this.packs.set(packs)
    const before = this.manifest.get()
    const kept = [wantedId, before?.id].find((id) => id !== undefined && this.#usable(id) !== undefined)
    const chosen = this.#usable(kept)
    // If the same pack was read again, the photos need not be labelled again.
    if (chosen?.id !== before?.id || chosen?.version !== before?.version) this.manifest.set(chosen)
  }

  /** @returns whether a pack of this id is installed and the editor can draw for it; if not, the choice stays. */
  choose(packId: string): boolean {
    const manifest = this.#usable(packId)
    if (manifest !== undefined) this.manifest.set(manifest)
    return manifest !== undefined
  }

  dispose(): void {
    this.manifest.dispose()
    this.packs.dispose()
  }

  /** The pack of this id, or the first to offer, among those for which the editor can draw. */
  #usable(id?: string): PackManifest | undefined {
    const usable = this.packs.get().flatMap(({ manifest }) => (drawnKind(manifest) === undefined ? [] : [manifest]))
    const named = usable.find((manifest) => manifest.id === (id ?? FIRST_PACK))
    return named ?? (id === undefined ? usable[0] : undefined)
  }
}
