import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import type { EditorSettings } from '../../../electron/contract/editor-settings.ts'

/** What the page of the probe is told. */
export interface ProbeTask {
  readonly task: 'pen-up' | 'frames'
  /** Address that the page goes to with its result. */
  readonly report: string
}

const SETTINGS: Partial<EditorSettings> = {
  language: 'en',
  firstRunDone: true,
  startScreen: false,
  packId: 'landscape',
}

/**
 * A copy of the built web shell in `folder`, whose page also loads the probe. The probe comes from the page's own
 * origin, so the content security policy stays as it is and the product contains nothing of the probe.
 *
 * @returns the program to start
 */
export async function stageWindow(root: string, folder: string, task: ProbeTask): Promise<string> {
  const built = path.join(folder, 'app/dist')
  mkdirSync(built, { recursive: true })
  for (const name of ['web-shell.js', 'web-page.js', 'web-page.css', 'inference-host.js', 'renderer']) {
    cpSync(path.join(root, 'dist', name), path.join(built, name), { recursive: true })
  }
  for (const name of ['models', 'assets', 'node_modules', 'package.json']) {
    symlinkSync(path.join(root, name), path.join(folder, 'app', name))
  }
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/bench/window/page/probe.ts'],
    outfile: path.join(built, 'renderer/probe.js'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'warning',
  })
  const page = path.join(built, 'renderer/index.html')
  const address = `/probe.js?${new URLSearchParams({ ...task }).toString().replaceAll('&', '&amp;')}`
  const html = readFileSync(page, 'utf8')
  writeFileSync(page, html.replace('</head>', `<script type="module" src="${address}"></script></head>`))
  return path.join(built, 'web-shell.js')
}

/** A data folder of someone who has used Cocanvas before. */
export function stageData(folder: string, liveMode: EditorSettings['liveMode']): string {
  const data = path.join(folder, 'data')
  mkdirSync(data, { recursive: true })
  writeFileSync(path.join(data, 'settings.json'), JSON.stringify({ formatVersion: 1, ...SETTINGS, liveMode }))
  return data
}
