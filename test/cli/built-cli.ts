import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const PROGRAM = join(ROOT, 'dist/cli.js')
/** What `npm run -s cocanvas` runs. */
const SCRIPT = join(ROOT, 'scripts/run-cocanvas.mjs')

/** What a finished process left. */
export interface Finished {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A run that can be interrupted. */
export interface RunningCli {
  readonly process: ChildProcess
  /** Resolves once stderr contains the text; rejects when the process ends without it. */
  readonly saw: (text: string) => Promise<void>
  readonly finished: Promise<Finished>
}

/** A data folder of its own, holding the tiny pack as a pack that the user imported. */
export async function dataFolderWithTinyPack(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cocanvas-data-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'packs'))
  await cp(join(ROOT, 'test/fixtures/packs/tiny'), join(folder, 'packs/tiny'), { recursive: true })
  return folder
}

/** Starts the built command line as users do, as a process of its own. */
export function startCli(dataFolder: string, ...argv: string[]): RunningCli {
  if (!existsSync(PROGRAM)) throw new Error('dist/cli.js is not built; run npm run build')
  return startProgram(PROGRAM, dataFolder, argv)
}

function startProgram(program: string, dataFolder: string, argv: readonly string[]): RunningCli {
  const child = spawn(process.execPath, [program, ...argv], {
    env: { ...process.env, COCANVAS_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written = { stdout: '', stderr: '' }
  const watchers = new Set<() => void>()
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.stderr += text
    for (const watcher of watchers) watcher()
  })
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => {
      resolve({ exitCode, ...written })
    })
  })
  const saw = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (written.stderr.includes(text)) resolve()
      }
      watchers.add(look)
      look()
      void finished.then(() => {
        reject(new Error(`the process ended without writing "${text}": ${written.stderr}`))
      })
    })
  return { process: child, saw, finished }
}

/** Runs the built command line to its end. */
export function runBuiltCli(dataFolder: string, ...argv: string[]): Promise<Finished> {
  return startCli(dataFolder, ...argv).finished
}

/** The same through the script behind `npm run -s cocanvas`. */
export function runScriptedCli(dataFolder: string, ...argv: string[]): Promise<Finished> {
  return startProgram(SCRIPT, dataFolder, argv).finished
}

/** The same with its answer sent to a disk that is always full. */
export function runIntoFullDisk(dataFolder: string, ...argv: string[]): Finished {
  const full = openSync('/dev/full', 'w')
  try {
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], {
      env: { ...process.env, COCANVAS_DATA: dataFolder },
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    })
    return { exitCode: status, stdout: '', stderr }
  } finally {
    closeSync(full)
  }
}
