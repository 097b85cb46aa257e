import { describe, expect, it } from 'vitest'
import { findBrowser, type BrowserSurroundings } from '../../../../electron/web/find-browser.ts'

/** A machine with a screen on which some programs are installed. */
function machine(installed: readonly string[], more: Partial<BrowserSurroundings> = {}): BrowserSurroundings {
  return {
    platform: 'linux',
    environment: { PATH: '/usr/local/bin::/usr/bin', DISPLAY: ':0' },
    exists: (path) => installed.includes(path),
    ...more,
  }
}

describe('a browser for the app window', () => {
  it('is the first of the family that is installed', () => {
    const found = findBrowser(machine(['/usr/bin/google-chrome', '/usr/bin/chromium']))
    expect(found).toEqual({ kind: 'browser', program: '/usr/bin/chromium' })
  })

  it('is found on Windows and macOS too', () => {
    const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'
    const windows = machine([edge], { platform: 'win32', environment: { PROGRAMFILES: 'C:\\Program Files' } })
    expect(findBrowser(windows)).toEqual({ kind: 'browser', program: edge })
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(findBrowser(machine([chrome], { platform: 'darwin', environment: {} }))).toEqual({
      kind: 'browser',
      program: chrome,
    })
  })

  it('can be named, or refused', () => {
    const environment = { DISPLAY: ':0', COCANVAS_BROWSER: '/opt/vivaldi' }
    expect(findBrowser(machine([], { environment }))).toEqual({ kind: 'browser', program: '/opt/vivaldi' })
    const none = machine(['/usr/bin/chromium'], { environment: { DISPLAY: ':0', COCANVAS_BROWSER: 'none' } })
    expect(findBrowser(none)).toMatchObject({
      kind: 'none',
      reason: expect.stringMatching(/COCANVAS_BROWSER/) as string,
    })
  })

  // Bug it would catch: a server without a screen, where a browser is started only to die.
  it('is not looked for without a screen', () => {
    const found = findBrowser(machine(['/usr/bin/chromium'], { environment: { PATH: '/usr/bin' } }))
    expect(found).toMatchObject({ kind: 'none', reason: expect.stringMatching(/no screen/) as string })
    const wayland = machine(['/usr/bin/chromium'], { environment: { PATH: '/usr/bin', WAYLAND_DISPLAY: 'wayland-0' } })
    expect(findBrowser(wayland)).toMatchObject({ kind: 'browser' })
  })

  it('is missing in one sentence when there is none', () => {
    expect(findBrowser(machine([]))).toMatchObject({
      kind: 'none',
      reason: expect.stringMatching(/was found/) as string,
    })
  })
})
