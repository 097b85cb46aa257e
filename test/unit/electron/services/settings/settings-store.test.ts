import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type * as FilePromises from 'node:fs/promises'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../../../electron/contract/editor-settings.ts'
import { migrateSettings } from '../../../../../electron/services/settings/migrate-settings.ts'
import { SettingsStore } from '../../../../../electron/services/settings/settings-store.ts'
import { bundledModule } from '../../../bundled-module.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof FilePromises>()
  return { ...original, readFile: vi.fn(original.readFile) }
})

function runScript(script: string): Promise<unknown> {
  return promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
}

describe('the settings', () => {
  it('are the defaults at first, and what was set after a restart', async () => {
    const folder = temporaryFolder()
    expect(await new SettingsStore(folder).get()).toEqual(DEFAULT_SETTINGS)
    await new SettingsStore(folder).set({ theme: 'light', threads: 4 })
    expect(await new SettingsStore(folder).get()).toEqual({ ...DEFAULT_SETTINGS, theme: 'light', threads: 4 })
  })

  // Bug it would catch: one wrong value that throws away every shortcut the user has bound.
  it('lose only the field that is damaged', async () => {
    const folder = temporaryFolder()
    const stored = {
      formatVersion: 1,
      theme: 'purple',
      threads: 0,
      language: 'ko',
      shortcuts: { 'file.save': 'Ctrl+S' },
    }
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(stored))
    const settings = await new SettingsStore(folder).get()
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, language: 'ko', shortcuts: { 'file.save': 'Ctrl+S' } })
  })

  it.each(['', 'null', '[]', '{"theme":', '42'])('are the defaults when the file holds %j', async (text) => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'settings.json'), text)
    expect(await new SettingsStore(folder).get()).toEqual(DEFAULT_SETTINGS)
  })

  // Bug it would catch: two changes at once, of which the later one writes back what it had read before the other.
  it('keep every one of many changes made at once', async () => {
    const folder = temporaryFolder()
    const store = new SettingsStore(folder)
    await Promise.all([store.set({ theme: 'dark' }), store.set({ language: 'ko' }), store.set({ liveMode: 'manual' })])
    expect(await store.get()).toMatchObject({ theme: 'dark', language: 'ko', liveMode: 'manual' })
  })

  it('tell those who listen, until they no longer do', async () => {
    const store = new SettingsStore(temporaryFolder())
    const heard: string[] = []
    const stop = store.subscribe(({ theme }) => heard.push(theme))
    await store.set({ theme: 'light' })
    stop()
    await store.set({ theme: 'dark' })
    expect(heard).toEqual(['light'])
  })

  // Bug it would catch: an editor that believes to have kept what a full disk refused.
  it('are unchanged, and say so, when they cannot be written', async () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'settings.json'))
    await expect(new SettingsStore(folder).set({ theme: 'light' })).rejects.toThrow(/cannot be written/)
  })

  it('of an older format go through every later migration, those of a newer one through none', () => {
    const migrations = [
      (fields: Readonly<Record<string, unknown>>) => ({ ...fields, language: 'ko' }),
      (fields: Readonly<Record<string, unknown>>) => ({
        ...fields,
        theme: fields['language'] === 'ko' ? 'light' : 'dark',
      }),
    ]
    expect(migrateSettings({ formatVersion: 1 }, migrations)).toMatchObject({ language: 'ko', theme: 'light' })
    expect(migrateSettings({ formatVersion: 2, language: 'en' }, migrations)).toMatchObject({
      language: 'en',
      theme: 'dark',
    })
    expect(migrateSettings({ formatVersion: 99, threads: 3, unheardOf: true }, migrations)).toEqual({
      ...DEFAULT_SETTINGS,
      threads: 3,
    })
  })

  // Bug it would catch: two programs of which one writes back what it had read before the other (39 of 40 rounds).
  it('keep what several processes set at the same time', async () => {
    const folder = temporaryFolder()
    const module = await bundledModule('electron/services/settings/settings-store.ts', folder)
    const data = path.join(folder, 'data')
    const script = (key: string): string => `
      import { SettingsStore } from ${JSON.stringify(module)}
      for (let round = 0; round < 40; round++) await new SettingsStore(${JSON.stringify(data)}).set({ ${key}: 2 + (round % 5) })
    `
    const keys = ['threads', 'newKeyOfSomebody', 'another'] as const
    await Promise.all(keys.map((key) => runScript(script(key))))
    const stored = JSON.parse(readFileSync(path.join(data, 'settings.json'), 'utf8')) as Record<string, unknown>
    expect(keys.map((key) => stored[key])).toEqual([6, 6, 6])
  }, 30_000)

  // Bug it would catch: a second version of the program that costs the first one its settings.
  it('of a newer format keep their format and all that only it understands', async () => {
    const folder = temporaryFolder()
    const newer = { formatVersion: 9, theme: 'sepia', threads: 3, brandNew: { deep: [1] } }
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(newer))
    expect(await new SettingsStore(folder).set({ language: 'ko' })).toMatchObject({ threads: 3, language: 'ko' })
    expect(JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8'))).toEqual({ ...newer, language: 'ko' })
  })

  it('keep fields that they do not know', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ formatVersion: 1, ofAPlugin: true }))
    await new SettingsStore(folder).set({ threads: 3 })
    expect(JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8'))).toMatchObject({
      ofAPlugin: true,
      threads: 3,
    })
  })

  // Bug it would catch: one missing brace after an edit by hand, and the next change reset everything for good.
  it.each(['{"theme":"light"', '[]', ''])(
    'that cannot be understood are copied before they are replaced (%j)',
    async (text) => {
      const folder = temporaryFolder()
      writeFileSync(path.join(folder, 'settings.json'), text)
      await new SettingsStore(folder).set({ threads: 3 })
      const copies = readdirSync(folder).filter((name) => name.startsWith('settings.json.damaged-'))
      expect(copies.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual([text])
      await new SettingsStore(folder).set({ threads: 4 })
      expect(readdirSync(folder).filter((name) => name.startsWith('settings.json.damaged-'))).toHaveLength(1)
    },
  )

  // Bug it would catch: a process that ran out of descriptors, took its settings for none and wrote the defaults.
  it('that cannot be read are not taken for missing', async () => {
    const folder = temporaryFolder()
    const store = new SettingsStore(folder)
    await store.set({ threads: 4 })
    const before = readFileSync(path.join(folder, 'settings.json'), 'utf8')
    const exhausted = Object.assign(new Error('too many open files'), { code: 'EMFILE' })
    vi.mocked(readFile).mockRejectedValue(exhausted)
    onTestFinished(() => void vi.mocked(readFile).mockReset())
    await expect(store.get()).rejects.toThrow(/cannot be read: too many files are open/)
    await expect(store.set({ theme: 'light' })).rejects.toThrow(/cannot be read/)
    vi.mocked(readFile).mockReset()
    expect(readFileSync(path.join(folder, 'settings.json'), 'utf8')).toBe(before)
    vi.mocked(readFile).mockRejectedValueOnce(exhausted)
    expect(await store.get()).toMatchObject({ threads: 4 })
  })

  it('are text that a person can read', async () => {
    const folder = temporaryFolder()
    await new SettingsStore(folder).set({ threads: 3 })
    expect(readFileSync(path.join(folder, 'settings.json'), 'utf8')).toContain('\n  "threads": 3,\n')
  })
})
