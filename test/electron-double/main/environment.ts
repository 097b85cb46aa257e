import type Electron from 'electron'
import { strict } from '../strict.ts'
import { runtime } from './double-runtime.ts'

/** `protocol`: schemes are served by the double's own server. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: () => {
    if (runtime.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) =>
    runtime.server.handle(scheme, handler),
} satisfies Partial<Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>>)

export const screen = strict('screen', {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
})

/** Permission handlers are accepted; headless Chromium asks for nothing. */
export const session = strict('session', {
  defaultSession: strict('session.defaultSession', {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
  } satisfies Partial<Electron.Session>),
})
