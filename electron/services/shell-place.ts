import { randomBytes } from 'node:crypto'
import { mkdirSync, watch, type FSWatcher } from 'node:fs'
import { access, readdir, readFile, rm, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { tryFileLock, type FileLock } from './files/file-lock.ts'
import { writeJsonFile } from './files/json-file.ts'

/** What a second shell asks the first one for. */
const showRequestSchema = z.object({ file: z.string().min(1).optional() })
export type ShowRequest = z.infer<typeof showRequestSchema>

const LOCK_FILE = 'shell.lock'
const REQUESTS_FOLDER = 'show-requests'
const REQUEST_FILE = /^[0-9a-f]{16}\.json$/
const ANSWER_MS = 15_000
const LOOK_MS = 50

/**
 * The place of the one shell that may use a data folder, held by a lock of the operating system. Two at a time would write
 * each other's lists over; a second one therefore asks the first to show itself, by a file that only the user can write.
 */
export class ShellPlace {
  private readonly lock: FileLock | undefined
  private readonly requests: string
  private readonly watcher: FSWatcher | undefined
  private show: ((request: ShowRequest) => void) | undefined

  private constructor(dataFolder: string, lock: FileLock | undefined) {
    this.lock = lock
    this.requests = join(dataFolder, REQUESTS_FOLDER)
    this.watcher = this.startWatching()
  }

  /**
   * In a folder that cannot be written to, no lock is taken: the editor still opens and can save elsewhere.
   *
   * @returns undefined while another shell has the folder.
   */
  static async take(dataFolder: string): Promise<ShellPlace | undefined> {
    const lock = await tryFileLock(join(dataFolder, LOCK_FILE)).catch(() => null)
    if (lock === undefined) return undefined
    const place = new ShellPlace(dataFolder, lock ?? undefined)
    // A request from before this session was never answered, and its sender has given up.
    await place.takeRequests()
    return place
  }

  /** Calls back whenever a second shell wants this one to be seen. */
  onShow(listener: (request: ShowRequest) => void): void {
    this.show = listener
    void this.look()
  }

  async dispose(): Promise<void> {
    this.watcher?.close()
    await this.lock?.release()
  }

  /** Undefined on a disk that cannot be watched: a second start then does not bring the window to the front. */
  private startWatching(): FSWatcher | undefined {
    try {
      mkdirSync(this.requests, { recursive: true, mode: 0o700 })
      return watch(this.requests, { persistent: false }, () => void this.look()).on('error', () => undefined)
    } catch {
      return undefined
    }
  }

  private async look(): Promise<void> {
    if (this.show === undefined) return
    for (const request of await this.takeRequests()) this.show(request)
  }

  private async takeRequests(): Promise<ShowRequest[]> {
    const names = (await readdir(this.requests).catch(() => [])).filter((name) => REQUEST_FILE.test(name))
    const taken = await Promise.all(
      names.map(async (name) => {
        const path = join(this.requests, name)
        const text = await readFile(path, 'utf8').catch(() => undefined)
        // Two looks at the same time: only one of them removes it, and that one has it.
        const own =
          text !== undefined &&
          (await unlink(path).then(
            () => true,
            () => false,
          ))
        return own ? requestOf(text) : undefined
      }),
    )
    return taken.filter((request) => request !== undefined)
  }
}

/** Asks the shell that has the folder to show itself. @returns whether it answered. */
export async function askToShow(dataFolder: string, request: ShowRequest, patienceMs = ANSWER_MS): Promise<boolean> {
  const path = join(dataFolder, REQUESTS_FOLDER, `${randomBytes(8).toString('hex')}.json`)
  await writeJsonFile(path, request)
  const deadline = performance.now() + patienceMs
  while (performance.now() < deadline) {
    await setTimeout(LOOK_MS)
    if (!(await exists(path))) return true
  }
  await rm(path, { force: true })
  return false
}

function requestOf(text: string): ShowRequest | undefined {
  try {
    return showRequestSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
