/** What became of one kind of process that was killed again and again. */
export interface KillReport {
  readonly process: string
  readonly kills: number
  /** What had been confirmed before the kills, and was still there after them. */
  readonly kept: number
  readonly what: string
  readonly faults: readonly string[]
}
