import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fuzzConnections } from './connection-fuzz.ts'
import { killHost } from './kill-host.ts'
import { killRender } from './kill-render.ts'
import type { KillReport } from './kill-report.ts'
import { killShell } from './kill-shell.ts'
import { ShellPage, ShellProcess } from './shell-page.ts'
import { soak } from './soak.ts'
import { tearReader } from './tear-readers.ts'
import { tornReaders } from './torn-readers.ts'

/** How much of each, and with which pack. */
export interface TortureSizes {
  readonly strokes: number
  readonly kills: number
  readonly mutants: number
  readonly connections: number
  readonly packId: string
  readonly seed: number
}

/** Lines for a person, and every fault that was found. */
export interface TortureResult {
  readonly lines: readonly string[]
  readonly faults: readonly string[]
}

/** Every part by its name; each can be run alone. `root` is the repository's, with dist/ built. */
export const tortureParts: Readonly<Record<string, (root: string, sizes: TortureSizes) => Promise<TortureResult>>> = {
  soak: async (root, { strokes, packId, seed }) => {
    const { pictures, warmBytes, endBytes, faults } = await soak(root, strokes, packId, seed)
    const memory =
      warmBytes === undefined || endBytes === undefined
        ? 'not told by this system'
        : `${megabytes(warmBytes)} after a quarter, ${megabytes(endBytes)} at the end`
    return {
      lines: [`soak: ${strokes} strokes, ${pictures} pictures, all strokes in the journal; host memory ${memory}`],
      faults,
    }
  },
  kills: async (root, { kills, seed }) => {
    // The small pack: what is tried is the ending, and a picture of it is quick.
    const reports = [
      await killHost(root, kills, 'tiny', seed),
      await killShell(root, kills, seed),
      await killRender(root, kills, seed),
    ]
    return {
      lines: reports.map(killLine),
      faults: reports.flatMap(({ process: name, faults }) => faults.map((fault) => `${name}: ${fault}`)),
    }
  },
  mutants: async (root, { mutants, seed }) => {
    const [lines, faults]: [string[], string[]] = [[], []]
    for (const reader of await tornReaders(root)) {
      const report = await tearReader(reader, mutants, seed)
      lines.push(
        `mutants: ${report.reader}: ${mutants} read, ${report.accepted} accepted, ${report.refused} refused, slowest ${report.slowestMs.toFixed(0)} ms`,
      )
      faults.push(...report.faults.map((fault) => `${report.reader}: ${fault}`))
    }
    return { lines, faults }
  },
  connections: (root, { connections, seed }) => fuzzShell(root, connections, seed),
}

async function fuzzShell(root: string, connections: number, seed: number): Promise<TortureResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cocanvas-fuzz-'))
  const shell = await ShellProcess.start(root, folder)
  const faults: string[] = []
  let endings = ''
  try {
    const fuzzed = await fuzzConnections(shell.port, { connections, seed })
    endings = Object.entries(fuzzed.endings)
      .map(([ending, count]) => `${count} ${ending}`)
      .join(', ')
    const page = await ShellPage.open(shell)
    await page.call('getSettings')
  } catch (error) {
    faults.push(shell.running ? String(error) : 'the web shell ended')
  } finally {
    await shell.kill('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  }
  return { lines: [`connections: ${connections} (${endings}); the page opens afterwards`], faults }
}

function killLine({ process: name, kills, kept, what }: KillReport): string {
  return `kills: ${name}: ${kills} kills, ${kept} ${what}`
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MB`
}
