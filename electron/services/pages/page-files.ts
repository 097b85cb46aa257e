import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { SECURITY_HEADERS } from './security-headers.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Names as the build makes them; no dot files, no way up. */
const SAFE_PATH = /^(?:\/(?!\.)[A-Za-z0-9._-]+)+$/

/** An answer to the window: an HTTP status, headers and the file. */
export interface PageAnswer {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** The built window and the shell's own scripts. */
export interface PageFiles {
  /** Folder of the built renderer. */
  readonly folder: string
  /** Paths served from elsewhere, such as `/shell.js` → a file. */
  readonly extras: Readonly<Record<string, string>>
}

/** Answers for a path of the window's origin; `/` is the page itself. Only files of the built window exist. */
export async function answerPage({ folder, extras }: PageFiles, path: string): Promise<PageAnswer> {
  const wanted = path === '/' ? '/index.html' : path
  const type = MEDIA_TYPES[extname(wanted)]
  if (type === undefined || !SAFE_PATH.test(wanted)) return NOT_FOUND
  const file = Object.hasOwn(extras, wanted) ? extras[wanted] : join(folder, ...wanted.split('/'))
  const body = file === undefined ? undefined : await readFile(file).catch(() => undefined)
  return body === undefined ? NOT_FOUND : { status: 200, headers: { ...SECURITY_HEADERS, 'content-type': type }, body }
}

const NOT_FOUND: PageAnswer = {
  status: 404,
  headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  body: new TextEncoder().encode('There is no such file.'),
}
