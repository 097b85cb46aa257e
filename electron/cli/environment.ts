import type { RunGraph } from '../importer/conversion/graph-runner.ts'
import type { ModelFolders } from '../packs/pack-folders.ts'
import type { StartEngine } from './engine/engine.ts'

/** A stream that text goes to. */
export interface TextSink {
  write(text: string): void
  /** Whether a person watches it: decides between a progress bar and plain lines. */
  readonly isTerminal: boolean
  /** Characters per line; 80 unless the terminal says otherwise. */
  readonly columns: number
}

/** All of the outside world that commands touch apart from files, so that tests can stand in for it. */
export interface CliEnvironment {
  /** Results only: with `--json`, exactly one JSON object. */
  readonly stdout: TextSink
  /** Progress, notices and errors. */
  readonly stderr: TextSink
  readonly models: ModelFolders
  /** Where the user's packs and the self-test's memory live. */
  readonly dataFolder: string
  readonly startEngine: StartEngine
  /** Runs the graphs of an import's self-test. */
  readonly runGraph: RunGraph
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

/** Writes the one JSON object of a `--json` run. */
export function writeJson(environment: Pick<CliEnvironment, 'stdout'>, value: object): void {
  environment.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`)
}
