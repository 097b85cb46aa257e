import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
]

/** What decides where a browser is looked for; passed in so that tests need none. */
export interface BrowserSurroundings {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly exists: (path: string) => boolean
}

/** A browser that can show a window, or why there is none; one sentence. */
export type FoundBrowser =
  { readonly kind: 'browser'; readonly program: string } | { readonly kind: 'none'; readonly reason: string }

/**
 * An installed browser of the Chromium family, which can show a page as an app window. `COCANVAS_BROWSER` names another
 * one, or `none`.
 */
export function findBrowser(surroundings: BrowserSurroundings = currentSurroundings()): FoundBrowser {
  const { platform, environment, exists } = surroundings
  const chosen = environment['COCANVAS_BROWSER']
  if (chosen === 'none') return { kind: 'none', reason: 'No window is opened, because COCANVAS_BROWSER says none.' }
  const screen = platform !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])
  if (!screen) return { kind: 'none', reason: 'There is no screen here to open a window on.' }
  if (chosen !== undefined && chosen !== '') return { kind: 'browser', program: chosen }
  const program = candidates(surroundings).find(exists)
  return program === undefined
    ? { kind: 'none', reason: 'No Chromium, Chrome, Edge or Brave was found to open a window with.' }
    : { kind: 'browser', program }
}

function candidates({ platform, environment }: BrowserSurroundings): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? [])
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
    return roots.flatMap((root) => programs.map((program) => `${root}\\${program}`))
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function currentSurroundings(): BrowserSurroundings {
  return { platform: process.platform, environment: process.env, exists: isProgram }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
