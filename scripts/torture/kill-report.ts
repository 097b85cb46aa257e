/** The result of killing one kind of process again and again. */
export interface KillReport {
  readonly process: string
  readonly kills: number
  /** What had been confirmed before a kill and was still there afterwards. */
  readonly kept: number
  readonly what: string
  readonly faults: readonly string[]
}
