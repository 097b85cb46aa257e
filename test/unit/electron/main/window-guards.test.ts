import type { Session, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { denyNavigation, denyNetwork, denyPermissions } from '../../../../electron/main/window-guards.ts'

describe('what a window may do', () => {
  it('copies to the clipboard and is granted nothing else', () => {
    const granted: string[] = []
    const session = {
      setPermissionRequestHandler: (
        handle: (contents: null, permission: string, decide: (yes: boolean) => void) => void,
      ) => {
        for (const permission of [
          'media',
          'geolocation',
          'notifications',
          'clipboard-read',
          'clipboard-sanitized-write',
          'openExternal',
          'fileSystem',
        ]) {
          handle(null, permission, (yes) => yes && granted.push(permission))
        }
      },
      setPermissionCheckHandler: (check: (contents: null, permission: string) => boolean) => {
        expect([check(null, 'hid'), check(null, 'clipboard-sanitized-write')]).toEqual([false, true])
      },
      setDevicePermissionHandler: (check: () => boolean) => expect(check()).toBe(false),
    }
    denyPermissions(session as unknown as Session)
    expect(granted).toEqual(['clipboard-sanitized-write'])
  })

  // Bug it would catch: a page that tells somebody what is being painted.
  it.each([
    ['app://cocanvas/', false],
    ['app://cocanvas/assets/main.js', false],
    ['blob:app://cocanvas/1', false],
    ['data:image/png;base64,AA', false],
    ['devtools://devtools/bundled/inspector.html', false],
    ['https://example.org/', true],
    ['http://127.0.0.1:8080/', true],
    ['ws://example.org/', true],
    ['file:///etc/passwd', true],
    ['nonsense', true],
  ])('asks for %s: stopped %s', (url, stopped) => {
    const answers: unknown[] = []
    const onBeforeRequest = (decide: (details: { url: string }, answer: (decision: unknown) => void) => void): void =>
      decide({ url }, (decision) => answers.push(decision))
    denyNetwork({ webRequest: { onBeforeRequest } } as unknown as Session)
    expect(answers).toEqual([{ cancel: stopped }])
  })

  it('stays on its page, in every frame, and opens no other', () => {
    const listeners = new Map<string, (event: { url: string; preventDefault: () => void }) => void>()
    const contents = {
      on: (name: string, listener: (event: { url: string; preventDefault: () => void }) => void) =>
        listeners.set(name, listener),
      setWindowOpenHandler: (handler: () => unknown) => expect(handler()).toEqual({ action: 'deny' }),
    }
    denyNavigation(contents as unknown as WebContents, (address) => address.startsWith('app://cocanvas/'))
    const isStopped = (name: string, url: string): boolean => {
      const answer = { stopped: false }
      listeners.get(name)?.({ url, preventDefault: () => (answer.stopped = true) })
      return answer.stopped
    }
    expect(isStopped('will-frame-navigate', 'app://cocanvas/')).toBe(false)
    expect(isStopped('will-frame-navigate', 'https://example.org/')).toBe(true)
    expect(isStopped('will-redirect', 'app://cocanvas/')).toBe(true)
    expect(isStopped('will-attach-webview', '')).toBe(true)
  })
})
