import type { TextSink } from '../environment.ts'
import { StatusLine } from '../output/status-line.ts'
import { durationText } from '../output/units.ts'

const BAR_CELLS = 24

/** A bar with the time left where a person watches, one plain line per picture where a log is written. */
export class BatchProgress {
  readonly #sink: TextSink
  readonly #status: StatusLine
  readonly #total: number
  readonly #now: () => number
  #done = 0
  #made = 0
  #madeMilliseconds = 0
  #lastDone: number

  constructor(sink: TextSink, total: number, now: () => number) {
    this.#sink = sink
    this.#status = new StatusLine(sink)
    this.#total = total
    this.#now = now
    this.#lastDone = now()
  }

  /** One more pair is over. Only made pictures count for the forecast: skipped ones take no time. */
  advance(file: string, outcome: 'made' | 'skipped' | 'failed'): void {
    const elapsed = this.#now() - this.#lastDone
    this.#lastDone = this.#now()
    this.#done++
    if (outcome === 'made') {
      this.#made++
      this.#madeMilliseconds += elapsed
    }
    if (this.#sink.isTerminal) this.#status.show(this.#bar(file))
    else
      this.#sink.write(
        `${String(this.#done)}/${String(this.#total)} ${file} ${outcome === 'made' ? durationText(elapsed) : outcome}\n`,
      )
  }

  /** Prints a sentence above the bar. */
  say(message: string): void {
    this.#status.clear()
    this.#sink.write(`${message}\n`)
  }

  end(): void {
    this.#status.clear()
  }

  #bar(file: string): string {
    const share = this.#done / this.#total
    const full = Math.floor(share * BAR_CELLS)
    const left =
      this.#made === 0
        ? ''
        : `, ${durationText((this.#madeMilliseconds / this.#made) * (this.#total - this.#done))} left`
    return `${'█'.repeat(full)}${'░'.repeat(BAR_CELLS - full)} ${String(this.#done)}/${String(this.#total)}${left}  ${file}`
  }
}
