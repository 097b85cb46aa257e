import { dirname, join } from 'node:path'
import type { EditorSettings, SettingsPatch } from '../../contract/editor-settings.ts'
import { checkWritable, makeFolder } from '../../images/atomic-write.ts'
import { underFileLock } from '../files/file-lock.ts'
import { keepDamaged, readJsonFile, writeJsonFile, type StoredJson } from '../files/json-file.ts'
import { TurnQueue } from '../files/turn-queue.ts'
import { changeSettings, fieldsOf, migrateSettings } from './migrate-settings.ts'

const BUSY = 'Another Cocanvas is changing the settings and does not end: close it and try again.'

/** The user's settings in `settings.json` of the data folder. */
export class SettingsStore {
  private readonly path: string
  private readonly turns = new TurnQueue()
  private readonly listeners = new Set<(settings: EditorSettings) => void>()

  constructor(dataFolder: string) {
    this.path = join(dataFolder, 'settings.json')
  }

  /**
   * Read anew each time: the other shell may have changed them. Defaults where there are none, or none that can be
   * understood.
   *
   * @throws CocanvasError `bad-request` when they are there and cannot be read
   */
  async get(): Promise<EditorSettings> {
    return migrateSettings(valueOf(await readJsonFile(this.path)))
  }

  /**
   * Changes some and keeps the rest, also what only another version understands. What cannot be parsed at all is copied
   * before it is replaced.
   *
   * @throws CocanvasError `bad-request` when they cannot be kept; they are then unchanged.
   */
  set(patch: SettingsPatch): Promise<EditorSettings> {
    return this.turns.run(async () => {
      await makeFolder(dirname(this.path))
      await checkWritable(this.path)
      // Two programs that read the same state and write one after the other would lose a change.
      const settings = await underFileLock(`${this.path}.lock`, BUSY, async () => {
        const stored = await readJsonFile(this.path)
        const value = valueOf(stored)
        if (stored.kind !== 'missing' && fieldsOf(value) === undefined) await keepDamaged(this.path)
        const changed = changeSettings(value, patch)
        await writeJsonFile(this.path, changed)
        return migrateSettings(changed)
      })
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

function valueOf(stored: StoredJson): unknown {
  return stored.kind === 'value' ? stored.value : undefined
}
