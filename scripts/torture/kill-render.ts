import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { readLayoutPng } from '../../electron/images/read-layout-png.ts'
import type { KillReport } from './kill-report.ts'
import { SeededRandom } from './seeded-random.ts'

/** Of the time that a whole run takes on this machine now; some are killed while they write, and some have ended. */
const LATEST_SHARE = 1.1

/** Kills the command line at any moment of a `render`: its target is as it was or whole, never in between. */
export async function killRender(
  root: string,
  { kills, seed }: { readonly kills: number; readonly seed: number },
  onProgress: (done: number) => void,
): Promise<KillReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cocanvas-render-'))
  const random = new SeededRandom(seed)
  const faults: string[] = []
  const target = path.join(folder, 'picture.png')
  let kept = 0
  try {
    const start = performance.now()
    await render(root, target, undefined)
    const whole = performance.now() - start
    await rm(target)
    for (let kill = 1; kill <= kills; kill++) {
      onProgress(kill - 1)
      await render(root, target, random.below(whole * LATEST_SHARE))
      const bytes = await readFile(target).catch(() => undefined)
      try {
        if (bytes !== undefined) {
          readLayoutPng(bytes, 'picture.png')
          kept += 1
        }
      } catch (error) {
        faults.push(`kill ${kill}: ${String(error)}`)
      }
    }
    // One that is left to end takes the leftovers of the killed ones with it.
    await render(root, target, undefined)
    const names = await readdir(folder)
    if (names.join() !== 'picture.png') faults.push(`left behind: ${names.join(', ')}`)
    return { process: 'command line', kills, kept, what: 'whole pictures', faults }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function render(root: string, target: string, killAfterMs: number | undefined): Promise<void> {
  const input = (name: string): string => path.join(root, 'assets', name)
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'dist/cli.js'),
      'render',
      ...['--layout', input('layouts/mountain-lake.png')],
      ...['--exemplar', input('exemplars/landscape/evening-glow.jpg')],
      ...['--out', target],
    ],
    { stdio: 'ignore' },
  )
  const ended = once(child, 'exit')
  if (killAfterMs !== undefined) {
    await Promise.race([setTimeout(killAfterMs), ended])
    child.kill('SIGKILL')
  }
  await ended
}
