import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { expect } from '@playwright/test'

/** A process that is asked to end and does not is hung; tests go on without it. */
const PATIENCE_MS = 10_000

/** Has a process ended and waits for it. @param ask what should make it end by itself */
export async function endChild(child: ChildProcess, ask: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit', { signal: AbortSignal.timeout(PATIENCE_MS) })
  ask()
  await exit.catch(() => child.kill('SIGKILL'))
}

/** Kills processes and waits until the system no longer knows them. */
export async function killProcesses(ids: readonly number[]): Promise<void> {
  for (const id of ids) signal(id, 'SIGKILL')
  await expect.poll(() => ids.filter((id) => signal(id, 0)), { message: 'processes die' }).toEqual([])
}

/** @returns whether there is such a process. */
function signal(id: number, name: 'SIGKILL' | 0): boolean {
  try {
    process.kill(id, name)
    return true
  } catch {
    return false
  }
}
