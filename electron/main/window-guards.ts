import type { Session, WebContents } from 'electron'

/** Writing to the clipboard on the user's command is all that the window ever needs. */
const GRANTED = new Set(['clipboard-sanitized-write'])

/** Refuses every permission but copying, and every device. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(GRANTED.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission))
  session.setDevicePermissionHandler(() => false)
}

/** Keeps a window on its own page: no navigation, no further windows, no embedded views. */
export function denyNavigation(contents: WebContents, isOwnPage: (address: string) => boolean): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
