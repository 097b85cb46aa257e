import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fuzzConnections } from './connection-fuzz.ts'
import { killHost } from './kill-host.ts'
import { killRender } from './kill-render.ts'
import type { KillReport } from './kill-report.ts'
import { killShell } from './kill-shell.ts'
import { tornReaders } from './readers/reader-table.ts'
import { ShellPage, ShellProcess } from './shell-page.ts'
import { soak } from './soak.ts'
import { tearReader } from './tear-readers.ts'
import type { TortureReport } from './torture-report.ts'

/** How much of each, and with which pack. */
export interface TortureSizes {
  readonly strokes: number
  readonly kills: number
  /** In one page, beyond what fills the undo history. */
  readonly pageStrokes: number
  readonly mutants: number
  readonly connections: number
  /** Of the readers, those whose names hold this; all when empty. */
  readonly reader: string
  readonly packId: string
  readonly seed: number
}

/** One kind of torture, which can be run alone. */
export interface TorturePart {
  /** What it will do, with counts. */
  announce(sizes: TortureSizes): string
  /** Seconds that it takes on two cores of 2.5 GHz, measured. */
  expect(sizes: TortureSizes): number
  /** @param root the repository's, with dist/ built */
  run(root: string, sizes: TortureSizes, report: TortureReport): Promise<void>
}

/** Every part that plain Node can run, by its name. Those that need a browser are specs (test/torture). */
export const tortureParts: Readonly<Record<'soak' | 'kills' | 'mutants' | 'connections', TorturePart>> = {
  soak: {
    announce: ({ strokes }) => `${strokes} strokes with a picture and a journal entry each`,
    expect: ({ strokes }) => strokes * 0.3,
    run: soakHost,
  },
  kills: {
    announce: ({ kills }) => `${kills} kills each of the inference host, the web shell and the command line`,
    expect: ({ kills }) => kills * 5,
    run: killAll,
  },
  mutants: {
    announce: ({ mutants, reader }) =>
      `${mutants} damaged inputs for ${reader === '' ? 'every reader' : `readers of ${reader}`}`,
    expect: ({ mutants }) => mutants * 0.1,
    run: tearAll,
  },
  connections: {
    announce: ({ connections }) => `${connections} broken connections to the web shell`,
    expect: ({ connections }) => 3 + connections * 0.002,
    run: fuzzShell,
  },
}

async function soakHost(
  root: string,
  { strokes, packId, seed }: TortureSizes,
  { line, fault, progress }: TortureReport,
): Promise<void> {
  const { pictures, warmBytes, endBytes, faults } = await soak(root, { strokes, packId, seed }, (done) =>
    progress('strokes', done, strokes),
  )
  const memory =
    warmBytes === undefined || endBytes === undefined
      ? 'not told by this system'
      : `${megabytes(warmBytes)} after a quarter, ${megabytes(endBytes)} at the end`
  line(`soak: ${strokes} strokes, ${pictures} pictures, all strokes in the journal; host memory ${memory}`)
  faults.forEach((text) => fault(`soak: ${text}`))
}

async function killAll(root: string, { kills, seed }: TortureSizes, report: TortureReport): Promise<void> {
  const tell = (what: string) => (done: number) => report.progress(`kills of the ${what}`, done, kills)
  const say = ({ process: name, kept, what, faults }: KillReport): void => {
    report.line(`kills: ${name}: ${kills} kills, ${kept} ${what}`)
    faults.forEach((text) => report.fault(`${name}: ${text}`))
  }
  // The small pack: what is tried is the ending, and a picture of it is quick.
  say(await killHost(root, { kills, packId: 'tiny', seed }, tell('inference host')))
  say(await killShell(root, { kills, seed }, tell('web shell')))
  say(await killRender(root, { kills, seed }, tell('command line')))
}

async function tearAll(
  root: string,
  { mutants, seed, reader: wanted }: TortureSizes,
  { line, fault, progress }: TortureReport,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cocanvas-torture-'))
  try {
    for (const reader of (await tornReaders(root, folder)).filter(({ name }) => name.includes(wanted))) {
      const { accepted, refused, slowestMs, faults } = await tearReader(reader, mutants, seed, (done) =>
        progress(`mutants for ${reader.name}`, done, mutants),
      )
      line(
        `mutants: ${reader.name}: ${mutants} read, ${accepted} accepted, ${refused} refused, slowest ${slowestMs.toFixed(0)} ms`,
      )
      faults.forEach((text) => fault(`${reader.name}: ${text}`))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function fuzzShell(
  root: string,
  { connections, seed }: TortureSizes,
  { line, fault, progress }: TortureReport,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cocanvas-fuzz-'))
  const shell = await ShellProcess.start(root, folder)
  try {
    const fuzzed = await fuzzConnections(shell.port, { connections, seed }, (done) =>
      progress('connections', done, connections),
    )
    const endings = Object.entries(fuzzed.endings).map(([ending, count]) => `${count} ${ending}`)
    const page = await ShellPage.open(shell)
    await page.call('getSettings')
    line(`connections: ${connections} (${endings.join(', ')}); the page opens afterwards`)
  } catch (error) {
    fault(`connections: ${shell.running ? String(error) : 'the web shell ended'}`)
  } finally {
    await shell.kill('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MB`
}
