import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openAppWindow } from '../../../../electron/web/app-window.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const ADDRESS = 'http://127.0.0.1:1234/enter?token=secret-token'

// Bug it would catch: the token among the arguments of the browser, which every user of the machine can list.
it.skipIf(process.platform === 'win32')(
  'tells the browser its address in a file that only the user can read',
  async () => {
    const folder = temporaryFolder()
    const browser = path.join(folder, 'browser')
    writeFileSync(
      browser,
      `#!${process.execPath}
const { readFileSync, statSync, writeFileSync } = require('node:fs')
const { fileURLToPath } = require('node:url')
const file = fileURLToPath(process.argv[2].replace('--app=', ''))
const seen = { arguments: process.argv, page: readFileSync(file, 'utf8'), mode: statSync(file).mode & 0o777 }
writeFileSync(${JSON.stringify(path.join(folder, 'seen.json'))}, JSON.stringify(seen))
process.exit(1)
`,
    )
    chmodSync(browser, 0o755)
    expect(await openAppWindow(browser, ADDRESS, folder).ended).toBe('failed')
    const seen = JSON.parse(readFileSync(path.join(folder, 'seen.json'), 'utf8')) as {
      arguments: string[]
      page: string
      mode: number
    }
    expect(seen.arguments.join(' ')).not.toContain('secret-token')
    expect(seen.page).toContain(ADDRESS)
    expect(seen.mode).toBe(0o600)
    expect(statSync(path.join(folder, 'entrance')).mode & 0o777).toBe(0o700)
    // Nobody needs it any more.
    const file = fileURLToPath((seen.arguments[2] ?? '').replace('--app=', ''))
    await expect.poll(() => existsSync(file)).toBe(false)
  },
)
