import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../../../electron/contract/editor-settings.ts'
import { migrateSettings } from '../../../../../electron/services/settings/migrate-settings.ts'
import { SettingsStore } from '../../../../../electron/services/settings/settings-store.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

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

  it('are text that a person can read', async () => {
    const folder = temporaryFolder()
    await new SettingsStore(folder).set({ threads: 3 })
    expect(readFileSync(path.join(folder, 'settings.json'), 'utf8')).toContain('\n  "threads": 3,\n')
  })
})
