import type { ProgressStage } from '../../contract/generation-result.ts'
import type { Checkpoint } from '../scheduling/job-runner.ts'

/** What a pipeline knows of the job it serves: where it may be cancelled and how it tells its progress. */
export interface PipelineJob {
  readonly checkpoint: Checkpoint
  /** A stage starts; called once per stage that runs. */
  begin(stage: ProgressStage): void
}

/**
 * Turns the stages a job begins into progress 0..1: the share of the planned stages that lie behind. Cached stages
 * never begin, so the value may jump; it never falls.
 */
export function progressReporter(
  planned: readonly ProgressStage[],
  report: (stage: ProgressStage, value: number) => void,
): (stage: ProgressStage) => void {
  let reached = 0
  return (stage) => {
    const position = planned.indexOf(stage)
    if (position >= 0) reached = Math.max(reached, position / planned.length)
    report(stage, reached)
  }
}
