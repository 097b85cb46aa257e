/** What a conversion is doing. `done` and `total` are bytes, or runs in the self-test. */
export interface ConversionProgress {
  readonly step: 'checking the files' | 'writing graphs' | 'testing the pack'
  readonly done: number
  readonly total: number
}

export type ReportProgress = (progress: ConversionProgress) => void

/** Counts what a step has done and reports every change. */
export function progressCounter(
  report: ReportProgress,
  step: ConversionProgress['step'],
  total: number,
): (amount: number) => void {
  let done = 0
  report({ step, done, total })
  return (amount) => {
    done += amount
    report({ step, done: Math.min(done, total), total })
  }
}
