import type { Announcer } from '../../shared/notices/announcer.ts'

/**
 * Often enough that little is at risk once the disk has room again, and seldom enough not to disturb while it has none.
 */
const RETRY_MS = 5000

export interface JournalResumptionParts {
  /** Begins the journal from all that is open. @returns whether it is on the disk. */
  readonly begin: () => Promise<boolean>
  readonly announcer: Pick<Announcer, 'fail' | 'tell'>
  /** Runs something later; the returned function calls it off. */
  readonly later?: (act: () => void, delayMs: number) => () => void
}

/**
 * Restores the journal after the disk refused it: tells the user once that finished strokes are not stored safely,
 * tries again until they are, and then tells the user that too.
 */
export class JournalResumption {
  readonly #parts: JournalResumptionParts
  #callOff: (() => void) | undefined

  constructor(parts: JournalResumptionParts) {
    this.#parts = parts
  }

  /** Call it when the journal could not be written. */
  interrupted(error: unknown): void {
    // Further attempts may fail in the same way, which the user has already been told.
    if (this.#callOff !== undefined) return
    this.#parts.announcer.fail(error)
    this.#schedule()
  }

  dispose(): void {
    this.#callOff?.()
  }

  #schedule(): void {
    const { later = runLater } = this.#parts
    this.#callOff = later(() => void this.#retry(), RETRY_MS)
  }

  async #retry(): Promise<void> {
    const kept = await this.#parts.begin().catch(() => false)
    if (!kept) {
      this.#schedule()
      return
    }
    this.#callOff = undefined
    this.#parts.announcer.tell('success', 'project.journalResumed')
  }
}

function runLater(act: () => void, delayMs: number): () => void {
  const timer = setTimeout(act, delayMs)
  return () => clearTimeout(timer)
}
