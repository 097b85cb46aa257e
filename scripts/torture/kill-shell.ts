import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { projectContentSchema } from '../../electron/contract/project-content.ts'
import { recoverySchema } from '../../electron/contract/project-journal.ts'
import type { KillReport } from './kill-report.ts'
import { smallProject } from './sample-material.ts'
import { SeededRandom } from './seeded-random.ts'
import { ShellPage, ShellProcess } from './shell-page.ts'

const LATEST_MS = 300
const readSchema = z.object({ content: projectContentSchema })

/** What the page had confirmed when its shell was killed. */
interface Painted {
  readonly journalId: string
  readonly begun: boolean
  readonly strokes: number
}

/**
 * Kills the web shell while its page paints; the next shell must start at once on the same data and offer every stroke that
 * had been confirmed.
 */
export async function killShell(
  root: string,
  { kills, seed }: { readonly kills: number; readonly seed: number },
  onProgress: (done: number) => void,
): Promise<KillReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cocanvas-kills-'))
  const random = new SeededRandom(seed)
  const faults: string[] = []
  let kept = 0
  let before: Painted | undefined
  try {
    for (let kill = 0; kill <= kills; kill++) {
      onProgress(kill)
      const shell = await ShellProcess.start(root, folder)
      const page = await ShellPage.open(shell)
      if (before !== undefined) {
        const fault = await missing(page, before)
        if (fault === undefined) kept += before.strokes
        else faults.push(`kill ${kill}: ${fault}`)
      }
      // The last shell only checks.
      if (kill === kills) await shell.kill('SIGTERM')
      else before = await paintUntilKilled(shell, page, `torture-${kill}`, random.below(LATEST_MS))
    }
    return { process: 'shell', kills, kept, what: 'confirmed strokes', faults }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function paintUntilKilled(
  shell: ShellProcess,
  page: ShellPage,
  journalId: string,
  afterMs: number,
): Promise<Painted> {
  let [begun, strokes] = [false, 0]
  const paint = async (): Promise<void> => {
    await page.call('startJournal', { journalId, title: journalId, content: smallProject() })
    begun = true
    for (;;) {
      const data = Uint8Array.of((strokes + 1) % 256)
      await page.call('appendJournal', journalId, {
        patches: [{ layerId: 'ground', x: strokes % 16, y: 0, width: 1, height: 1, data }],
      })
      strokes += 1
    }
  }
  // It ends when its shell does.
  const painting = paint().catch(() => undefined)
  await setTimeout(afterMs)
  await shell.kill()
  await painting
  return { journalId, begun, strokes }
}

/** @returns what is wrong with the stored strokes */
async function missing(page: ShellPage, { journalId, begun, strokes }: Painted): Promise<string | undefined> {
  const found = z.array(recoverySchema).parse(await page.call('listRecoveries'))
  const unreadable = found.find(({ problem }) => problem !== undefined)
  if (unreadable !== undefined) return `${unreadable.journalId}: ${unreadable.problem ?? ''}`
  const own = found.find((recovery) => recovery.journalId === journalId)
  if (own === undefined) return begun ? 'the journal is not offered' : undefined
  // One more may have reached the disk before its answer was sent.
  if (own.changeCount < strokes || own.changeCount > strokes + 1)
    return `${strokes} strokes confirmed, ${own.changeCount} kept`
  const { content } = readSchema.parse(await page.call('readRecovery', journalId))
  if (strokes > 0) {
    const last = content.labelLayers[0]?.labels.data[(strokes - 1) % 16]
    const later = (strokes + 16) % 256
    if (last !== strokes % 256 && last !== later) return 'the last confirmed stroke is not in the picture'
  }
  await page.call('discardJournal', journalId)
  return undefined
}
