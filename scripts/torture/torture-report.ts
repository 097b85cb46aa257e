/** Where a part of the torture says what it does and what it finds. */
export interface TortureReport {
  /** A result, for people. */
  readonly line: (text: string) => void
  /** What must never happen; the command then ends with 1. */
  readonly fault: (text: string) => void
  /** How far something is. */
  readonly progress: (what: string, done: number, of: number) => void
}
