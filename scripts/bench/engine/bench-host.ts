import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ChildProcessStarter } from '../../../electron/supervision/child-process-starter.ts'
import type { PendingJob } from '../../../electron/client/client-job.ts'
import type { HostConnection, HostStarter } from '../../../electron/supervision/host-starter.ts'
import { InferenceClient } from '../../../electron/supervision/inference-client.ts'
import { startTimer } from '../../../electron/supervision/timer.ts'

/** As many threads as the limits of the bench are meant for. */
export const THREADS = 2

/** As much cache as the command line gives a host. */
const CACHE_BYTES = 256 * 1024 * 1024

/** The built host as a client sees it, and its memory. */
export class BenchHost implements HostStarter {
  readonly client: InferenceClient
  readonly #starter: ChildProcessStarter
  #processId: number | undefined

  /** @param root the repository's root, with dist/ built */
  constructor(root: string) {
    this.#starter = new ChildProcessStarter(path.join(root, 'dist/inference-host.js'))
    this.client = new InferenceClient({
      starter: this,
      configuration: {
        packFolders: [path.join(root, 'models/packs')],
        annotatorFolders: [path.join(root, 'models/annotators')],
        provider: 'cpu',
        threads: THREADS,
        cacheBytes: CACHE_BYTES,
      },
      startTimer,
      onNotice: (sentence) => {
        throw new Error(`The host was not left in peace: ${sentence}`)
      },
    })
  }

  start(): HostConnection {
    const connection = this.#starter.start()
    this.#processId = connection.processId
    return connection
  }

  get processId(): number | undefined {
    return this.#processId
  }

  /** The most memory the host has had, in bytes; undefined where the system does not tell (only Linux does). */
  get peakBytes(): number | undefined {
    try {
      const status = readFileSync(`/proc/${String(this.#processId)}/status`, 'utf8')
      const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
      return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
    } catch {
      return undefined
    }
  }

  /** Processor time that the host has had, in milliseconds; undefined where the system does not tell (only Linux does). */
  get processorMilliseconds(): number | undefined {
    try {
      const stat = readFileSync(`/proc/${String(this.#processId)}/stat`, 'utf8')
      // Fields 14 and 15, counted from behind the program's name, in hundredths of a second.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return (Number(fields[11]) + Number(fields[12])) * 10
    } catch {
      return undefined
    }
  }

  dispose(): Promise<void> {
    return this.client.dispose()
  }
}

/** A job's result; nothing cancels jobs here. */
export async function resultOf<Result>(job: PendingJob<Result>): Promise<Result> {
  const outcome = await job.outcome
  if (outcome.kind === 'done') return outcome.result
  throw new Error(`A job was ${outcome.reason}`)
}
