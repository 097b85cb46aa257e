import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { InstalledPack } from '../../../electron/packs/installed-pack.ts'

/** What all measurements of the engine work on. */
export interface EngineSamples {
  /** The repository's root. */
  readonly root: string
  readonly pack: InstalledPack
  readonly photos: readonly RgbImage[]
}
