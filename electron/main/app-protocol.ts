import { protocol } from 'electron'
import { answerPage, type PageFiles } from '../services/pages/page-files.ts'

const SCHEME = 'app'
const HOST = 'cocanvas'

/** The window's address; its origin owns nothing but the built files. */
export const PAGE_ADDRESS = `${SCHEME}://${HOST}/`

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the window's files with the headers that both shells share. */
export function serveAppPages(files: PageFiles): void {
  protocol.handle(SCHEME, async (request) => {
    const { hostname, pathname } = new URL(request.url)
    if (hostname !== HOST || request.method !== 'GET') return new Response('', { status: 404 })
    const { status, headers, body } = await answerPage(files, pathname)
    return new Response(Uint8Array.from(body), { status, headers })
  })
}

/** Whether an address belongs to the window; everything else is foreign. */
export function isPageAddress(address: string): boolean {
  return URL.canParse(address) && new URL(address).href.startsWith(PAGE_ADDRESS)
}
