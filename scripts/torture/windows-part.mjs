import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { runSpecs } from '../testing/run-specs.mjs'

/**
 * Kills of what shows the editor. They need a browser, so they are specs (test/torture), which leave their results in a file.
 *
 * @type {import('./torture.ts').TorturePart}
 */
export const windowsPart = {
  announce: ({ kills, pageStrokes }) =>
    `${kills} kills each of the web shell's page, and of the main and the renderer process on the double of Electron; ${pageStrokes} strokes in one page`,
  expect: ({ kills, pageStrokes }) => 60 + kills * 25 + pageStrokes * 0.05,
  async run(_root, { kills, pageStrokes: strokes, seed }, { line, fault }) {
    const folder = await mkdtemp(path.join(tmpdir(), 'cocanvas-windows-'))
    const results = path.join(folder, 'results.txt')
    process.env['COCANVAS_TORTURE'] = JSON.stringify({ kills, strokes, seed, results })
    try {
      const status = await runSpecs(['--config', 'test/torture/playwright.config.ts'])
      for (const result of (await readFile(results, 'utf8').catch(() => '')).split('\n'))
        if (result !== '') line(result)
      if (status !== 0) fault('windows: a spec failed; it says above what was lost')
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}
