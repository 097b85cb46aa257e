import { join } from 'node:path'
import type { StartEngine } from '../../../../electron/cli/engine/engine.ts'
import type { CliEnvironment } from '../../../../electron/cli/environment.ts'
import { runGraphOnce } from '../../../../electron/cli/importing/run-graph-once.ts'
import { runCli } from '../../../../electron/cli/run-cli.ts'
import { FakeEngine } from './fake-engine.ts'

/** The folder that holds the tiny pack. */
export const FIXTURE_PACKS = join(import.meta.dirname, '../../../fixtures/packs')

const SHIPPED_ANNOTATORS = join(import.meta.dirname, '../../../../models/annotators')

/** What a command line did. */
export interface Outcome {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Parts of the outside world that a test replaces. */
export interface Stage {
  readonly engine?: FakeEngine
  readonly startEngine?: StartEngine
  readonly packFolders?: readonly string[]
  readonly annotatorFolders?: readonly string[]
  readonly dataFolder?: string
  readonly controller?: AbortController
  readonly terminal?: boolean
}

/** Runs one command line in this process against a fake host. */
export async function runInProcess(argv: readonly string[], stage: Stage = {}): Promise<Outcome> {
  const written = { stdout: '', stderr: '' }
  let clock = 0
  const sink = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text
    },
    isTerminal: stage.terminal ?? false,
    columns: 100,
  })
  const engine = stage.engine ?? new FakeEngine()
  const environment: CliEnvironment = {
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    models: {
      packFolders: stage.packFolders ?? [FIXTURE_PACKS],
      annotatorFolders: stage.annotatorFolders ?? [SHIPPED_ANNOTATORS],
    },
    dataFolder: stage.dataFolder ?? '/nowhere',
    startEngine: stage.startEngine ?? (() => Promise.resolve(engine)),
    runGraph: runGraphOnce,
    signal: (stage.controller ?? new AbortController()).signal,
    now: () => (clock += 10),
  }
  const exitCode = await runCli(argv, environment, () => Promise.resolve('1.2.3'))
  return { exitCode, ...written }
}
