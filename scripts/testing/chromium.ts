import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { findBrowser } from '../../electron/web/find-browser.ts'
import { readTar } from './read-tar.ts'

/** Flags that let Chromium run as root, without a GPU and without asking anyone on the network. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

/** A browser and the environment it needs. */
export interface TestBrowser {
  readonly program: string
  readonly environment: Readonly<Record<string, string>>
}

/**
 * The Chromium that tests drive: the one that COCANVAS_CHROMIUM names, else the one that comes with npm, unpacked once;
 * where that does not run (it is made for Linux on x64), an installed one.
 *
 * @throws Error when there is none.
 */
export function findTestBrowser(): TestBrowser {
  const chosen = process.env['COCANVAS_CHROMIUM']
  if (chosen !== undefined && chosen !== '') return { program: chosen, environment: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') return installedBrowser()
  const archives = path.join(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin')
  const folder = path.join(tmpdir(), `cocanvas-chromium-${packageVersion(archives)}`)
  if (!existsSync(folder)) unpack(archives, folder)
  const program = path.join(folder, 'chromium')
  return { program, environment: { FONTCONFIG_PATH: folder, ...libraryPath(program, folder) } }
}

function installedBrowser(): TestBrowser {
  const found = findBrowser()
  if (found.kind === 'none') {
    throw new Error('The tests need a browser: install Chrome or Chromium, or name one in COCANVAS_CHROMIUM.')
  }
  return { program: found.program, environment: {} }
}

/**
 * Unpacks into a folder beside it, which is renamed when complete, so that an interrupted unpacking never looks
 * complete.
 */
function unpack(archives: string, folder: string): void {
  const unfinished = mkdtempSync(`${folder}-`)
  const inflate = (name: string): Buffer => brotliDecompressSync(readFileSync(path.join(archives, name)))
  writeFileSync(path.join(unfinished, 'chromium'), inflate('chromium.br'), { mode: 0o755 })
  for (const archive of ['fonts', 'al2023']) {
    for (const [name, content] of readTar(inflate(`${archive}.tar.br`))) {
      const file = path.join(unfinished, name)
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
  }
  writeFileSync(path.join(unfinished, 'fonts.conf'), fontConfiguration(folder))
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Another process was faster; its folder is just as good.
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

/** The system's fonts first; the package's own for machines without any. */
function fontConfiguration(folder: string): string {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', path.join(folder, 'fonts')]
  const entries = folders.map((entry) => `<dir>${entry}</dir>`).join('')
  return `<?xml version="1.0"?><fontconfig>${entries}<cachedir>${path.join(folder, 'font-cache')}</cachedir></fontconfig>`
}

/** The package brings the libraries that a bare system lacks; where the system has them, its own are better. */
function libraryPath(program: string, folder: string): Record<string, string> {
  const complete =
    process.platform !== 'linux' || !execFileSync('ldd', [program], { encoding: 'utf8' }).includes('not found')
  return complete ? {} : { LD_LIBRARY_PATH: path.join(folder, 'lib') }
}

function packageVersion(archives: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(archives, '../package.json'), 'utf8'))
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return known ? String(manifest.version) : 'unknown'
}
