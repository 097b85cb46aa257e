import { join } from 'node:path'
import type { EditorSettings, SettingsPatch } from '../../contract/editor-settings.ts'
import { readJsonFile, writeJsonFile } from '../files/json-file.ts'
import { TurnQueue } from '../files/turn-queue.ts'
import { migrateSettings } from './migrate-settings.ts'

/** The user's settings in `settings.json` of the data folder. */
export class SettingsStore {
  private readonly path: string
  private readonly turns = new TurnQueue()
  private readonly listeners = new Set<(settings: EditorSettings) => void>()

  constructor(dataFolder: string) {
    this.path = join(dataFolder, 'settings.json')
  }

  /** Read anew each time: the other shell may have changed them. */
  async get(): Promise<EditorSettings> {
    return migrateSettings(await readJsonFile(this.path))
  }

  /** @throws ImageError `unwritable` when they cannot be kept; they are then unchanged. */
  set(patch: SettingsPatch): Promise<EditorSettings> {
    return this.turns.run(async () => {
      const settings = { ...(await this.get()), ...patch }
      await writeJsonFile(this.path, settings)
      for (const listener of this.listeners) listener(settings)
      return settings
    })
  }

  /** Calls back after every change made here until the returned function is called. */
  subscribe(listener: (settings: EditorSettings) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
