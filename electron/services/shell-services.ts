import { join } from 'node:path'
import type { HostConfiguration } from '../contract/inference-protocol.ts'
import { applicationRoot, modelFolders, userPackFolder, type ModelFolders } from '../packs/pack-folders.ts'
import { ExemplarLibrary } from './exemplars/exemplar-library.ts'
import { ProtectedFolders } from './files/protected-folders.ts'
import { JournalStore } from './journal/journal-store.ts'
import { PackShelf } from './packs/pack-shelf.ts'
import { unpackProject } from './project/project-archive.ts'
import { ProjectFiles } from './project/project-files.ts'
import { RecentProjects } from './project/recent-projects.ts'
import type { UnpackProject } from './project/unpack-in-thread.ts'
import { SettingsStore } from './settings/settings-store.ts'
import type { ShellIdentity } from './system/system-facts.ts'

/** Where a shell finds what it serves. */
export interface ShellFolders {
  /** Holds `models/` (in a packaged app outside the asar). */
  readonly root: string
  /** `assets/`: samples. */
  readonly assets: string
  /** Everything that belongs to the user. */
  readonly data: string
}

/** The folders of a clone or an unpacked installation. */
export function foldersUnder(data: string, root = applicationRoot()): ShellFolders {
  return { root, assets: join(root, 'assets'), data }
}

/** Everything long-lived behind the shell's methods; one of it per process, whatever the number of windows. */
export class ShellServices {
  readonly identity: ShellIdentity
  readonly folders: ShellFolders
  readonly models: ModelFolders
  readonly files = new ProjectFiles()
  readonly recent: RecentProjects
  readonly journals: JournalStore
  readonly settings: SettingsStore
  readonly exemplars: ExemplarLibrary
  readonly packs: PackShelf
  readonly protectedFolders: ProtectedFolders
  readonly unpackProject: UnpackProject

  /** @param unpack how projects from outside are unpacked; shells do it in a thread. */
  constructor(identity: ShellIdentity, folders: ShellFolders, unpack: UnpackProject = unpackProject) {
    this.identity = identity
    this.folders = folders
    this.unpackProject = unpack
    this.models = modelFolders(folders.root, folders.data)
    this.protectedFolders = new ProtectedFolders([folders.data, join(folders.root, 'models'), folders.assets])
    this.recent = new RecentProjects(folders.data, this.files)
    this.journals = new JournalStore(folders.data)
    this.settings = new SettingsStore(folders.data)
    this.packs = new PackShelf(this.models, userPackFolder(folders.data))
    this.exemplars = new ExemplarLibrary(folders.data, folders.assets, async (packId) => {
      return (await this.packs.find(packId)).manifest
    })
  }

  /** The host's configuration, from the current settings. */
  async hostConfiguration(): Promise<HostConfiguration> {
    const { provider, threads, cacheMegabytes } = await this.settings.get()
    return {
      packFolders: [...this.models.packFolders],
      annotatorFolders: [...this.models.annotatorFolders],
      settingsFolder: this.folders.data,
      provider,
      threads,
      cacheBytes: cacheMegabytes * 1024 ** 2,
    }
  }

  async dispose(): Promise<void> {
    await this.journals.dispose()
  }
}
