import { readdir, stat } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { basename, join } from 'node:path'
import type { ModelFile, ShellKind, SystemFacts } from '../../contract/system-facts.ts'
import type { ModelFolders } from '../../packs/pack-folders.ts'

const PLATFORMS = ['linux', 'darwin', 'win32'] as const

/** What only the shell knows. */
export interface ShellIdentity {
  readonly kind: ShellKind
  readonly appVersion: string
  /** Preferred languages, BCP 47, best first. */
  readonly locales: readonly string[]
}

/** Facts about this machine and installation; nothing of it leaves the machine. */
export async function readSystemFacts(
  identity: ShellIdentity,
  folders: ModelFolders,
  dataFolder: string,
): Promise<SystemFacts> {
  const processors = cpus()
  return {
    shell: identity.kind,
    appVersion: identity.appVersion,
    platform: PLATFORMS.find((platform) => platform === process.platform) ?? 'other',
    versions: engineVersions(),
    processorCount: Math.max(1, processors.length),
    processorName: processors[0]?.model.trim() ?? 'unknown',
    memoryBytes: totalmem(),
    locales: [...identity.locales],
    dataFolder,
    modelFiles: await listModelFiles([...folders.packFolders, ...folders.annotatorFolders]),
  }
}

function engineVersions(): Record<string, string> {
  const names = ['node', 'electron', 'chrome', 'v8'] as const
  // The types promise Electron's versions; the web shell runs without Electron.
  const versions: Readonly<Record<string, string | undefined>> = process.versions
  return Object.fromEntries(
    names.flatMap((name) => {
      const version = versions[name]
      return version === undefined ? [] : [[name, version] as const]
    }),
  )
}

async function listModelFiles(folders: readonly string[]): Promise<ModelFile[]> {
  const files: ModelFile[] = []
  for (const folder of folders) {
    const owners = await readdir(folder, { withFileTypes: true }).catch(() => [])
    for (const owner of owners.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))) {
      const names = await readdir(join(folder, owner.name))
      for (const name of names.filter((file) => file.endsWith('.onnx')).sort()) {
        const { size } = await stat(join(folder, owner.name, name))
        files.push({ owner: basename(owner.name), file: name, bytes: size })
      }
    }
  }
  return files
}
