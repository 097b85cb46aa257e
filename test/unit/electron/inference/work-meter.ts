import { Session } from 'node:inspector'
import { onTestFinished } from 'vitest'

/** How much a program has done between two looks, counted and not timed: the same on every machine, however busy. */
export interface Stretch {
  /** How often blocks of the program's own code were executed: loop bodies, branches, functions. */
  readonly steps: number
  /** The function that did most of it. */
  readonly busiest: string
}

/** Counts what the code in `electron/` executes, by V8's precise coverage, until the test ends. */
export class WorkMeter {
  readonly #session = new Session()

  constructor() {
    this.#session.connect()
    this.#session.post('Profiler.enable')
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    onTestFinished(() => this.#session.disconnect())
  }

  /** What was done since the last look. */
  take(): Stretch {
    let steps = 0
    let most = -1
    let busiest = ''
    this.#session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
      for (const { url, functions } of result) {
        if (!url.includes('/electron/') || url.includes('/test/')) continue
        for (const { functionName, ranges } of functions) {
          const own = ranges.reduce((sum, { count }) => sum + count, 0)
          steps += own
          if (own <= most) continue
          most = own
          busiest = functionName
        }
      }
    })
    return { steps, busiest }
  }
}
