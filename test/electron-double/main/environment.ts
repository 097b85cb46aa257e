import type Electron from 'electron'
import { strict } from '../strict.ts'
import { runtime } from './double-runtime.ts'

/** `protocol`: schemes are served by the double's own server. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => {
    if (runtime.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    // Served over the loopback, every scheme is standard and secure; one that is not would behave otherwise in Electron.
    const plain = schemes.find(({ privileges }) => privileges?.standard !== true || privileges.secure !== true)
    if (plain !== undefined) throw new Error(`The double of Electron knows no scheme like ${plain.scheme}.`)
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    if (!runtime.isReady) throw new Error('protocol.handle can be called only once the app is ready')
    runtime.server.handle(scheme, handler)
  },
} satisfies Partial<Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>>)

export const screen = strict('screen', {
  getAllDisplays: () => {
    if (!runtime.isReady) throw new Error("The 'screen' module can't be used before the app 'ready' event")
    return [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } } as Electron.Display]
  },
} satisfies Partial<Electron.Screen>)
