import type { Recovery } from '../../../electron/contract/project-journal.ts'
import type { ShellCalls } from '../../../electron/contract/shell-api.ts'
import { Observable } from '../../shared/lib/observable.ts'
import type { Announcer } from '../../shared/notices/announcer.ts'
import type { ProjectCommands } from './project-commands.ts'
import type { ProjectSession } from './project-session.ts'

export interface RecoveryOfferParts {
  readonly shell: Pick<ShellCalls, 'listRecoveries' | 'readRecovery' | 'discardJournal'>
  readonly session: ProjectSession
  readonly commands: ProjectCommands
  readonly announcer: Announcer
}

/** The documents that earlier sessions left behind when they crashed. */
export class RecoveryOffer {
  readonly recoveries = new Observable<readonly Recovery[]>([])
  readonly #parts: RecoveryOfferParts

  constructor(parts: RecoveryOfferParts) {
    this.#parts = parts
  }

  /**
   * Looks once, at the start. Journals without any step are removed without asking; journals that cannot be read are
   * kept.
   */
  async look(): Promise<void> {
    const { shell, announcer } = this.#parts
    try {
      const found = await shell.listRecoveries()
      const untouched = found.filter(isUntouched)
      await Promise.all(untouched.map(({ journalId }) => shell.discardJournal(journalId)))
      this.recoveries.set(found.filter((recovery) => !isUntouched(recovery)))
    } catch (error) {
      announcer.fail(error)
    }
  }

  /** Opens the document as it was. Its old journal is removed only when the new one is on the disk. */
  async restore({ journalId }: Recovery): Promise<void> {
    const { shell, session, commands, announcer } = this.#parts
    const offered = this.recoveries.get()
    const opened = { kept: false }
    // Closed at once: there is nothing left to choose, and a question about unsaved changes must not appear below it.
    this.later()
    const done = await commands.leaveFor(async () => {
      opened.kept = await session.open(await shell.readRecovery(journalId), true)
    })
    if (!done) this.recoveries.set(offered)
    // If the disk is full, the old journal is the only copy: it is offered again at the next start.
    else if (opened.kept) await announcer.attempt(() => shell.discardJournal(journalId))
  }

  async discard({ journalId }: Recovery): Promise<void> {
    try {
      await this.#parts.shell.discardJournal(journalId)
      this.recoveries.set(this.recoveries.get().filter((other) => other.journalId !== journalId))
    } catch (error) {
      this.#parts.announcer.fail(error)
    }
  }

  /** Postpones the question: what is left is offered again at the next start. */
  later(): void {
    this.recoveries.set([])
  }
}

/** Whether nothing can be lost with it. A journal that cannot be read counts no steps, but may hold many. */
function isUntouched({ changeCount, problem }: Recovery): boolean {
  return changeCount === 0 && problem === undefined
}
