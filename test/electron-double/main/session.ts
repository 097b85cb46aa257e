import type Electron from 'electron'
import { strict } from '../strict.ts'

type PermissionCheck = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>
type RequestFilter = NonNullable<Parameters<Electron.WebRequest['onBeforeRequest']>[0]>

const policies: { check?: PermissionCheck; filter?: RequestFilter } = {}

/** Permissions by Chromium's name in the DevTools protocol and Electron's. */
const PERMISSIONS = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
] as const

/** `session`: what the app decides about permissions and requests is asked of it, and carried out by the browser. */
export const session = strict('session', {
  defaultSession: strict('session.defaultSession', {
    setPermissionRequestHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    setPermissionCheckHandler: (check: PermissionCheck | null) => {
      if (check !== null) policies.check = check
    },
    webRequest: strict('session.defaultSession.webRequest', {
      onBeforeRequest: (filter: RequestFilter) => {
        policies.filter = filter
      },
    } satisfies Partial<Record<keyof Electron.WebRequest, unknown>>),
  } satisfies Partial<Omit<Electron.Session, 'webRequest'>> & { webRequest: unknown }),
})

/** What the app grants a page, by Chromium's names. Electron itself grants what nobody decides about; the double does not. */
export function permissionSettings(origin: string): readonly { name: string; setting: 'granted' | 'denied' }[] {
  const details = { isMainFrame: true, requestingUrl: origin }
  return PERMISSIONS.map(([name, permission]) => ({
    name,
    setting: policies.check?.(null, permission, origin, details) === true ? 'granted' : 'denied',
  }))
}

/** Whether the app stops a request before it leaves. */
export function isRequestCancelled(url: string): Promise<boolean> {
  const { filter } = policies
  if (filter === undefined) return Promise.resolve(false)
  return new Promise((resolve) =>
    filter({ url } as Electron.OnBeforeRequestListenerDetails, ({ cancel }) => resolve(cancel === true)),
  )
}
