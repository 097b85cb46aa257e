import { readFile } from 'node:fs/promises'
import { applicationRoot, modelFolders } from '../packs/pack-folders.ts'
import { userDataFolder } from '../packs/data-folder.ts'
import type { HostStarter } from '../supervision/host-starter.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { runGraphInChild } from './importing/run-graph-in-child.ts'
import { runCli } from './run-cli.ts'
import { startEngine } from './engine/start-engine.ts'
import { streamSink } from './output/stream-sink.ts'

/** Files beside the program. */
export interface ProgramFiles {
  /** The package.json that states the version. */
  readonly packageFile: string
  /** Runs one graph in a process of its own. */
  readonly graphProgram: string
}

/**
 * The composition root of the command line: the real streams, folders and host. Sets the process's exit code.
 *
 * @param signal aborted by Ctrl-C
 */
export async function runCommandLine(
  argv: readonly string[],
  starter: HostStarter,
  signal: AbortSignal,
  { packageFile, graphProgram }: ProgramFiles,
): Promise<void> {
  const dataFolder = userDataFolder()
  const models = modelFolders(applicationRoot(), dataFolder)
  // A failure of the stream may be reported before or after the command's end; either way it is the result of the whole.
  const fail = (): void => {
    if (process.exitCode === undefined || process.exitCode === EXIT_CODES.done) process.exitCode = EXIT_CODES.badInput
  }
  const stderr = streamSink(process.stderr, fail)
  const stdout = streamSink(process.stdout, (sentence) => {
    stderr.write(`${sentence}\n`)
    fail()
  })
  const exitCode = await runCli(
    argv,
    {
      stdout,
      stderr,
      models,
      dataFolder,
      startEngine: startEngine(starter, models, dataFolder),
      runGraph: runGraphInChild(graphProgram),
      signal,
      now: () => performance.now(),
    },
    () => packageVersion(packageFile),
  )
  // Whoever loads this program may have set 0, as scripts/run-cocanvas.mjs does; only a failure that was set stands.
  if (process.exitCode === undefined || process.exitCode === EXIT_CODES.done) process.exitCode = exitCode
}

async function packageVersion(packageFile: string): Promise<string> {
  const description: unknown = JSON.parse(await readFile(packageFile, 'utf8'))
  if (typeof description === 'object' && description !== null && 'version' in description)
    return String(description.version)
  throw new Error('package.json states no version')
}
