import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { repositoryFolder } from '../e2e/shells/repository.ts'

/** Where `npm run package` leaves the unpacked app; its name tells the platform. */
export function packedResources(): string {
  const output = path.join(repositoryFolder, 'dist/package/out')
  const folders = existsSync(output) ? readdirSync(output).map((name) => path.join(output, name)) : []
  const candidates = folders.flatMap((folder) => [
    path.join(folder, 'resources'),
    path.join(folder, 'Cocanvas.app/Contents/Resources'),
  ])
  const found = candidates.find((folder) => existsSync(path.join(folder, 'app.asar')))
  if (found === undefined) throw new Error('Nothing is packed yet: run `npm run package`.')
  return found
}

/** Files of the archive as `packed` or `unpacked` (beside it), by path with forward slashes. */
export function archivedFiles(resources: string): ReadonlyMap<string, 'packed' | 'unpacked'> {
  const lines = listPackage(path.join(resources, 'app.asar'), { isPack: true })
  return new Map(
    lines.map((line) => {
      const [, state, file] = /^(pack|unpack)\s*:\s*[/\\](.*)$/.exec(line) ?? []
      return [(file ?? line).replaceAll('\\', '/'), state === 'unpack' ? 'unpacked' : 'packed']
    }),
  )
}

/**
 * The resources as Electron shows them to an app: the archive as a folder of its name, which only Electron itself can read
 * as a file; everything else stays where it was packed.
 */
export function readableResources(resources: string, folder: string): string {
  mkdirSync(folder, { recursive: true })
  extractAll(path.join(resources, 'app.asar'), path.join(folder, 'app.asar'))
  cpSync(path.join(resources, 'app.asar.unpacked'), path.join(folder, 'app.asar.unpacked'), { recursive: true })
  for (const name of ['models', 'assets']) symlinkSync(path.join(resources, name), path.join(folder, name))
  return folder
}
