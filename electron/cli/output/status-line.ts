import type { TextSink } from '../environment.ts'

/**
 * One line at the bottom of a terminal that is rewritten in place; nothing where the output is not a terminal.
 * Clear it before anything else is printed.
 */
export class StatusLine {
  readonly #sink: TextSink
  #shown = ''

  constructor(sink: TextSink) {
    this.#sink = sink
  }

  show(text: string): void {
    if (!this.#sink.isTerminal) return
    // One column stays free: a full line would make some terminals wrap and leave rubbish behind.
    const line = text.slice(0, Math.max(10, this.#sink.columns - 1))
    if (line === this.#shown) return
    this.#sink.write(`\r\u001b[2K${line}`)
    this.#shown = line
  }

  clear(): void {
    if (this.#shown === '') return
    this.#sink.write('\r\u001b[2K')
    this.#shown = ''
  }
}
