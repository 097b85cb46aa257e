import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { ByteBoundedCache } from '../caching/byte-bounded-cache.ts'
import { bytesIn } from '../caching/bytes-in.ts'
import { contentKey } from '../caching/content-key.ts'
import type { PhotoPreparation, PreparedPhoto, ReadingTools } from './photo-reader.ts'
import { PREPARATIONS } from './preparation-table.ts'
import { preparedSize } from './read-photo.ts'

/** The prepared parts of photos that can be edited, each found once as long as there is room for them. */
export class EditableParts {
  readonly #known: ByteBoundedCache<readonly PreparedPhoto[]>

  constructor(maximumBytes: number) {
    this.#known = new ByteBoundedCache<readonly PreparedPhoto[]>(maximumBytes, bytesIn)
  }

  /**
   * @param imageKey of the photo's content
   * @returns undefined for a pack that takes photos as they are
   * @throws CocanvasError `bad-request` where the photo has no such part
   */
  async of(
    photo: RgbImage,
    imageKey: string,
    pack: PackManifest,
    tools: ReadingTools,
  ): Promise<readonly PreparedPhoto[] | undefined> {
    const { exemplarPreparation: name } = pack
    const size = preparedSize(pack)
    if (name === undefined || size === undefined) return undefined
    const key = contentKey(imageKey, name, size.width, tools.sessions.provider)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const found = await PREPARATIONS[name].all(photo, size.width, tools)
    this.#known.set(key, found)
    return found
  }

  clear(): void {
    this.#known.clear()
  }
}

/** How a pack prepares photos; undefined where it takes them as they are. */
export function preparationOf({ exemplarPreparation }: PackManifest): PhotoPreparation | undefined {
  return exemplarPreparation === undefined ? undefined : PREPARATIONS[exemplarPreparation]
}
