/** What a conversion is doing. `done` and `total` are bytes, or runs in the self-test. */
export interface ConversionProgress {
  /** What it is doing it to: a file's name, or a stage of the pack. */
  readonly part: string
  readonly step: 'checking the files' | 'writing graphs' | 'testing the pack'
  readonly done: number
  readonly total: number
}

export type ReportProgress = (progress: ConversionProgress) => void

/** Counts what a step has done and reports every change; an amount of 0 says that a part begins. */
export function progressCounter(
  report: ReportProgress,
  step: ConversionProgress['step'],
  total: number,
): (part: string, amount: number) => void {
  let done = 0
  return (part, amount) => {
    done += amount
    report({ step, part, done: Math.min(done, total), total })
  }
}
