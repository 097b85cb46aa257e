import type { DocumentStructure } from '../../model/document/document-structure.ts'
import { pictureIdOf } from '../../model/document/layer-kinds/layer-facets.ts'
import type { History } from '../../model/history/history.ts'
import type { PictureStore } from '../../model/pictures/picture-store.ts'

interface PictureReleaseParts {
  readonly pictures: PictureStore
  readonly history: Pick<History, 'get' | 'subscribe'>
  readonly document: () => DocumentStructure
}

/**
 * Frees pictures once no layer shows them and no step of the history can bring them back. A picture that no layer has shown
 * yet stays: whoever puts one into the store adds its layer afterwards.
 */
export class PictureRelease {
  readonly #parts: PictureReleaseParts
  /** Pictures that a layer has shown. */
  readonly #shown = new Set<string>()
  readonly dispose: () => void

  constructor(parts: PictureReleaseParts) {
    this.#parts = parts
    this.dispose = parts.history.subscribe(() => this.#release())
  }

  #release(): void {
    const { pictures, document } = this.#parts
    const inDocument = idsIn(document())
    for (const id of inDocument) this.#shown.add(id)
    const gone = pictures.ids().filter((id) => !inDocument.has(id) && this.#shown.has(id))
    // Nearly every step ends here; looking through the whole history at each stroke would cost more than the stroke.
    if (gone.length === 0) return
    const inHistory = this.#idsInHistory()
    for (const id of gone) {
      if (inHistory.has(id)) continue
      pictures.remove(id)
      this.#shown.delete(id)
    }
  }

  #idsInHistory(): ReadonlySet<string> {
    const structures = this.#parts.history
      .get()
      .entries.flatMap(({ changes }) => changes)
      .flatMap((change) => (change.kind === 'structure' ? [change.before, change.after] : []))
    return new Set(structures.flatMap((structure) => [...idsIn(structure)]))
  }
}

function idsIn({ layers }: DocumentStructure): ReadonlySet<string> {
  return new Set(Object.values(layers).flatMap((layer) => pictureIdOf(layer) ?? []))
}
