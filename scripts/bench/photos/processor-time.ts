import { readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second for programs, whatever the kernel does. */
const TICK_MS = 10

/** Milliseconds of processor time that a process has had on all cores together; undefined where the system does not tell. */
export function processorTime(processId: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${String(processId)}/stat`, 'utf8')
    // The name in brackets may hold spaces; what follows it is numbered from 3 in proc(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return undefined
  }
}
