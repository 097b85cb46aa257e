import { uptime } from 'node:os'
import { z } from 'zod'

/** The process that writes a journal, told apart from a later process of the same number by the start of the machine. */
export const journalOwnerSchema = z.object({ process: z.number().int().positive(), machineStart: z.number() })
export type JournalOwner = z.infer<typeof journalOwnerSchema>

/** Clocks are set now and then; two starts of a machine lie further apart than this. */
const CLOCK_TOLERANCE_MS = 30_000

export function currentOwner(): JournalOwner {
  return { process: process.pid, machineStart: Math.round(Date.now() - uptime() * 1000) }
}

/** Whether that process still runs, so that its journal is no business of ours. */
export function isAlive(owner: JournalOwner): boolean {
  if (Math.abs(owner.machineStart - currentOwner().machineStart) > CLOCK_TOLERANCE_MS) return false
  try {
    // Signal 0 only asks.
    process.kill(owner.process, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
