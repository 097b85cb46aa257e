import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A page on the disk, readable by the user alone, that leads to an address which nobody else may learn. */
export class EntranceFile {
  readonly url: string
  private readonly path: string

  /** Leftovers of sessions that were killed go with it: what they hold opens nothing any more. */
  constructor(dataFolder: string, address: string) {
    const folder = join(dataFolder, 'entrance')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true })
    this.path = join(folder, `${randomBytes(8).toString('hex')}.html`)
    const page = `<!doctype html><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=${address}">\n`
    writeFileSync(this.path, page, { flag: 'wx', mode: 0o600 })
    this.url = pathToFileURL(this.path).href
  }

  remove(): void {
    rmSync(this.path, { force: true })
  }
}
