import type { ProjectPicture } from '../../../electron/contract/project-content.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import type { ShellCalls } from '../../../electron/contract/shell-api.ts'
import { MAXIMUM_IMAGE_SIDE } from '../../../electron/contract/image-size.ts'
import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { pictureIdOf } from '../../model/document/layer-kinds/layer-facets.ts'
import type { PictureStore } from '../../model/pictures/picture-store.ts'
import { embedsPicture } from '../layer-kinds/layer-file-table.ts'

type CodecShell = Pick<ShellCalls, 'encodeImage' | 'decodeImage'>

/** Turns the pictures of layers into files of the project and back; each picture is encoded only once. */
export class LayerPictures {
  readonly #encoded = new WeakMap<RgbImage, Promise<Uint8Array>>()
  readonly #pictures: PictureStore
  readonly #shell: CodecShell

  constructor(pictures: PictureStore, shell: CodecShell) {
    this.#pictures = pictures
    this.#shell = shell
  }

  async save(document: DocumentStructure): Promise<ProjectPicture[]> {
    return Promise.all(
      pictureIds(document).flatMap((id) => {
        const picture = this.#pictures.get(id)
        if (picture === undefined) return []
        const bytes = this.#encode(picture)
        return [bytes.then((encoded) => ({ id, mediaType: 'image/png' as const, bytes: encoded }))]
      }),
    )
  }

  async restore(document: DocumentStructure, stored: readonly ProjectPicture[]): Promise<void> {
    const wanted = new Set(pictureIds(document))
    await Promise.all(
      stored
        .filter(({ id }) => wanted.has(id))
        .map(async ({ id, bytes }) => {
          this.#pictures.put(id, await this.#shell.decodeImage({ name: id, bytes }, MAXIMUM_IMAGE_SIDE))
        }),
    )
  }

  #encode(picture: RgbImage): Promise<Uint8Array> {
    const known = this.#encoded.get(picture)
    if (known !== undefined) return known
    const encoding = this.#shell.encodeImage(picture, { format: 'png' })
    this.#encoded.set(picture, encoding)
    // Whoever waits now gets the error; the next save tries again.
    encoding.catch(() => this.#encoded.delete(picture))
    return encoding
  }
}

function pictureIds({ layers }: DocumentStructure): string[] {
  return Object.values(layers).flatMap((layer) => (embedsPicture(layer) ? (pictureIdOf(layer) ?? []) : []))
}
