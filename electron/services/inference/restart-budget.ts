import type { HostEnd } from '../../contract/host-end.ts'

/** How many ends of a host within the window are bad luck rather than a host that cannot run here. */
const MAX_EXITS = 4
const WINDOW_MS = 60_000

/** Tells a host that crashed now and then from one that always does. */
export class RestartBudget {
  private readonly now: () => number
  private exits: number[] = []

  /** @param now milliseconds that only grow. */
  constructor(now: () => number = () => performance.now()) {
    this.now = now
  }

  /** Notes an exit of a host. */
  noteEnd(): HostEnd {
    return this.spend() ? 'ended' : 'keeps-ending'
  }

  /** Notes an exit. @returns whether starting again makes sense. */
  spend(): boolean {
    const now = this.now()
    this.exits = [...this.exits.filter((time) => now - time < WINDOW_MS), now]
    return this.exits.length <= MAX_EXITS
  }
}
