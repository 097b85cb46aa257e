/** Where a part of the torture says what it does and what it finds. */
export interface TortureReport {
  /** A result, for people. */
  line(text: string): void
  /** What must never happen; the command then ends with 1. */
  fault(text: string): void
  /** How far something is. */
  progress(what: string, done: number, of: number): void
}
