/** Runs asynchronous steps one after another, in the order they were asked for; a failed step stops no other. */
export class TurnQueue {
  private last: Promise<unknown> = Promise.resolve()

  run<Result>(step: () => Promise<Result>): Promise<Result> {
    const turn = this.last.then(step, step)
    this.last = turn.catch(() => undefined)
    return turn
  }
}
