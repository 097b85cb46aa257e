import type { MakeUpRequest, MakeUpResult } from '../../../electron/contract/recipes/make-up.ts'
import { Observable } from '../../shared/lib/observable.ts'
import type { HostJobs, RunningJob } from '../inference/host-jobs.ts'
import { JobCancelled } from '../inference/job-cancelled.ts'

export interface LiveMakeUpParts {
  readonly client: Pick<HostJobs, 'make'>
  /** What is to be made now; undefined while there is no photo. */
  readonly request: () => Promise<Omit<MakeUpRequest, 'recipe' | 'viewId' | 'revision'> | undefined>
  readonly found: (faces: MakeUpResult['faces']) => void
  readonly made: (result: MakeUpResult) => void | Promise<void>
  readonly fail: (error: unknown) => void
}

/** Keeps a made-up photo up to date: one job at a time, and during it only the newest wish waits. */
export class LiveMakeUp {
  readonly busy = new Observable(false)
  readonly #parts: LiveMakeUpParts
  #job: RunningJob<MakeUpResult> | undefined
  #revision = 0
  #wanted = 0
  #running: Promise<void> | undefined

  constructor(parts: LiveMakeUpParts) {
    this.#parts = parts
  }

  /** Something changed. A running job is finished, because its picture is worth seeing while the next one is made. */
  wake(): void {
    this.#wanted += 1
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
      this.busy.set(false)
    })
  }

  /** Resolves when everything that was wanted is shown. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running
  }

  /** Another photo is opened, so the running job is of no use. */
  stop(): void {
    this.#wanted += 1
    this.#job?.cancel()
  }

  dispose(): void {
    this.stop()
    this.busy.dispose()
  }

  async #run(): Promise<void> {
    for (let done = -1; done !== this.#wanted;) {
      done = this.#wanted
      this.busy.set(true)
      try {
        const wish = await this.#parts.request()
        if (wish === undefined) continue
        this.#revision += 1
        this.#job = this.#parts.client.make(
          { recipe: 'make-up', viewId: 'make-up', revision: this.#revision, ...wish },
          { preview: ({ faces }) => this.#parts.found(faces) },
        )
        await this.#parts.made(await this.#job.result)
      } catch (error) {
        if (!(error instanceof JobCancelled)) this.#parts.fail(error)
      } finally {
        this.#job = undefined
      }
    }
  }
}
