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

/** What earlier sessions left behind when they ended badly. */
export class RecoveryOffer {
  readonly recoveries = new Observable<readonly Recovery[]>([])
  readonly #parts: RecoveryOfferParts

  constructor(parts: RecoveryOfferParts) {
    this.#parts = parts
  }

  /** Looks once at the start; journals in which nothing happened go without a question, those nobody understands do not. */
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

  /** Opens the document as it was. Its old journal goes only once the new one is on the disk. */
  async restore({ journalId }: Recovery): Promise<void> {
    const { shell, session, commands, announcer } = this.#parts
    const offered = this.recoveries.get()
    const opened = { kept: false }
    // Closed at once: nothing is left to choose, and a question about unsaved changes would stand under it.
    this.later()
    const done = await commands.leaveFor(async () => {
      opened.kept = await session.open(await shell.readRecovery(journalId), true)
    })
    if (!done) this.recoveries.set(offered)
    // On a full disk the old journal is all there is: it is offered again at the next start.
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

  /** Puts the question off: what is left is offered again at the next start. */
  later(): void {
    this.recoveries.set([])
  }
}

/** Nothing can be lost with it. What cannot be read counts no steps, and may hold many. */
function isUntouched({ changeCount, problem }: Recovery): boolean {
  return changeCount === 0 && problem === undefined
}
