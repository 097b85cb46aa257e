import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { CHROMIUM_ARGUMENTS, findTestBrowser } from '../../testing/chromium.ts'
import { benchProject } from './bench-project.ts'
import { ProbeReport, type ProbeResult } from './probe-report.ts'
import { stageData, stageWindow, type ProbeTask } from './staged-window.ts'

export interface MeasuredWindow {
  readonly task: ProbeTask['task']
  readonly liveMode: 'live' | 'manual'
  readonly side: number
  readonly layers: number
}

export interface WindowMeasurement extends ProbeResult {
  /** Milliseconds from the start of the web shell's program until the editor stood in a browser window. */
  readonly readyAfter: number
}

const DEADLINE_MS = 180_000

/** Opens a project in the web shell and in a browser that no debugger is attached to, and lets the page measure itself. */
export async function measureWindow(root: string, wanted: MeasuredWindow): Promise<WindowMeasurement> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cocanvas-bench-'))
  const report = await ProbeReport.listen()
  const children: ChildProcess[] = []
  try {
    const program = await stageWindow(root, folder, { task: wanted.task, report: report.address })
    const project = await benchProject(folder, wanted.side, wanted.layers)
    const environment = { ...process.env, COCANVAS_DATA: stageData(folder, wanted.liveMode), HOME: folder }
    const started = Date.now()
    const server = spawn(process.execPath, [program, '--no-window', project], {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(server)
    children.push(openBrowser(await addressOf(server), folder))
    const result = await Promise.race([report.result, deadline()])
    return { ...result, readyAfter: result.ready - started }
  } finally {
    for (const child of children) await end(child)
    report.dispose()
    await rm(folder, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** Headless, for machines without a screen, but drawing sixty frames a second. */
function openBrowser(address: string, folder: string): ChildProcess {
  const { program, environment } = findTestBrowser()
  const argv = [
    ...CHROMIUM_ARGUMENTS,
    '--headless',
    '--window-size=1440,900',
    `--user-data-dir=${path.join(folder, 'browser')}`,
    // Keeps a headless browser open; nothing connects to the port.
    '--remote-debugging-port=0',
    address,
  ]
  return spawn(program, argv, { env: { ...process.env, ...environment }, stdio: 'ignore' })
}

async function addressOf(server: ChildProcess & { stdout: NodeJS.ReadableStream | null }): Promise<string> {
  if (server.stdout !== null) {
    for await (const line of createInterface({ input: server.stdout })) {
      const address = /http:\/\/\S+/.exec(line)?.[0]
      if (address !== undefined) return address
    }
  }
  throw new Error('The web shell ended before it served.')
}

function deadline(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The page did not report in time.')), DEADLINE_MS).unref()
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill()
  await exit
}
