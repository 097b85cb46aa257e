import type { DocumentStructure } from '../../model/document/document-structure.ts'

/** What identifies a state of the document for saving. */
interface DocumentState {
  /** Id of the last step done; 0 = none. */
  readonly step: number
  readonly structure: DocumentStructure
  readonly partChanges: number
}

/** Tells whether the document differs from its file. Undoing back to what was saved makes it clean again. */
export class UnsavedChanges {
  #saved: { readonly step: number; readonly structure: string; readonly partChanges: number } | undefined
  #seen: DocumentStructure | undefined
  #seenText = ''

  /** @param state The document as it was when its content was read. */
  noteSaved(state: DocumentState): void {
    this.#saved = { ...state, structure: this.#text(state.structure) }
  }

  /** Call it when what is open is not in any file, for example after a recovery. */
  noteUnsaved(): void {
    this.#saved = undefined
  }

  differs(state: DocumentState): boolean {
    const saved = this.#saved
    if (saved === undefined) return true
    if (saved.step !== state.step || saved.partChanges !== state.partChanges) return true
    return saved.structure !== this.#text(state.structure)
  }

  /**
   * The structure as text, without what matters to this session alone; remembered, because every change asks for it.
   */
  #text(structure: DocumentStructure): string {
    if (structure !== this.#seen) {
      this.#seen = structure
      this.#seenText = structureText(structure)
    }
    return this.#seenText
  }
}

function structureText(structure: DocumentStructure): string {
  return JSON.stringify({ ...structure, id: '', name: '', activeLayerId: null })
}

/** Whether two structures would be stored alike. */
export function sameForFiles(one: DocumentStructure, other: DocumentStructure): boolean {
  return one === other || structureText(one) === structureText(other)
}
