import { CocanvasError } from '../../contract/error-codes.ts'
import type { Exemplar } from '../../contract/generation-request.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { contentKey } from './content-key.ts'

/** An exemplar as received and the key of its photo's content. */
export interface StoredExemplar {
  readonly exemplar: Exemplar
  readonly imageKey: string
}

/** The client keeps fewer, though one picture may need nine; this bounds a client that forgets to forget. */
const MAXIMUM_EXEMPLARS = 24

/** Photos that the client has sent once and names afterwards, oldest forgotten first. */
export class ExemplarStore {
  readonly #exemplars = new Map<string, StoredExemplar>()

  put(id: string, exemplar: Exemplar): void {
    this.#exemplars.delete(id)
    this.#exemplars.set(id, { exemplar, imageKey: photoKey(exemplar.image) })
    const [oldest] = this.#exemplars.keys()
    if (this.#exemplars.size > MAXIMUM_EXEMPLARS && oldest !== undefined) this.#exemplars.delete(oldest)
  }

  forget(id: string): void {
    this.#exemplars.delete(id)
  }

  /** @throws CocanvasError `protocol` for an id that was never sent or is forgotten */
  get(id: string): StoredExemplar {
    const stored = this.#exemplars.get(id)
    if (stored === undefined)
      throw new CocanvasError('protocol', `The exemplar ${id} was not sent before it was used; choose the photo again.`)
    return stored
  }
}

/** Stands for a photo's content. */
export function photoKey({ width, height, data }: RgbImage): string {
  return contentKey(width, height, data)
}
