import { readFile } from 'node:fs/promises'
import { applicationRoot, modelFolders } from '../packs/pack-folders.ts'
import { userDataFolder } from '../packs/data-folder.ts'
import type { HostStarter } from '../supervision/host-starter.ts'
import type { TextSink } from './environment.ts'
import { runGraphInChild } from './importing/run-graph-in-child.ts'
import { runCli } from './run-cli.ts'
import { startEngine } from './engine/start-engine.ts'

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
  process.exitCode = await runCli(
    argv,
    {
      stdout: sinkOf(process.stdout),
      stderr: sinkOf(process.stderr),
      models,
      dataFolder,
      startEngine: startEngine(starter, models, dataFolder),
      runGraph: runGraphInChild(graphProgram),
      signal,
      now: () => performance.now(),
    },
    () => packageVersion(packageFile),
  )
}

function sinkOf(stream: NodeJS.WriteStream): TextSink {
  // A reader that has seen enough (`| head`) is no error of ours.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    write: (text) => {
      stream.write(text)
    },
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : 80,
  }
}

async function packageVersion(packageFile: string): Promise<string> {
  const description: unknown = JSON.parse(await readFile(packageFile, 'utf8'))
  if (typeof description === 'object' && description !== null && 'version' in description)
    return String(description.version)
  throw new Error('package.json states no version')
}
