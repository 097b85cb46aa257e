import type { Session, WebContents } from 'electron'

/** Writing to the clipboard on the user's command is all that the window ever needs. */
const GRANTED = new Set(['clipboard-sanitized-write'])

/** What a page may load from: the app itself, and what the page has made or the developer tools bring. */
const LOCAL_PROTOCOLS = new Set(['app:', 'blob:', 'data:', 'devtools:'])

/** Refuses every permission but copying, and every device. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(GRANTED.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission))
  session.setDevicePermissionHandler(() => false)
}

/** Nothing leaves the machine, whatever a page should try: the content security policy is the first lock, this the second. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isLocal(url) }))
}

/** Keeps a window on its own page: no navigation in any frame, no further windows, no embedded views. */
export function denyNavigation(contents: WebContents, isOwnPage: (address: string) => boolean): void {
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function isLocal(address: string): boolean {
  return URL.canParse(address) && LOCAL_PROTOCOLS.has(new URL(address).protocol)
}
