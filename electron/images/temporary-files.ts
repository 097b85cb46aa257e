import { createHash, randomBytes } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Of the machine's name: on a shared folder, processes of other machines bear numbers that mean nothing here. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)
const NAME = /^\.cocanvas-([0-9a-f]{6})-(\d+)-[0-9a-f]{16}\.tmp$/
/** No write takes that long, whichever machine it runs on. */
const STALE_AFTER_MS = 24 * 60 * 60 * 1000

const sweptFolders = new Set<string>()

/** A path for an unfinished file: short whatever the target is called, hidden, and telling who writes it. */
export function temporaryPath(folder: string): string {
  return join(folder, `.cocanvas-${MACHINE}-${process.pid}-${randomBytes(8).toString('hex')}.tmp`)
}

/** Removes what killed processes left in a folder; once per process, since a folder may hold thousands of pictures. */
export async function sweepOnce(folder: string): Promise<void> {
  if (sweptFolders.has(folder)) return
  sweptFolders.add(folder)
  await sweepTemporaryFiles(folder)
}

/** Removes unfinished files of processes that have ended. Never fails: a file that cannot be removed does no harm. */
export async function sweepTemporaryFiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const path = join(folder, name)
    if (NAME.test(name) && (await isStale(name, path))) await rm(path, { force: true }).catch(() => undefined)
  }
}

async function isStale(name: string, path: string): Promise<boolean> {
  const [, machine, writer] = NAME.exec(name) ?? []
  if (machine === MACHINE && !isRunning(Number(writer))) return true
  const status = await stat(path).catch(() => undefined)
  return status !== undefined && Date.now() - status.mtimeMs > STALE_AFTER_MS
}

function isRunning(processId: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(processId, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
