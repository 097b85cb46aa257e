import { describe, expect, it } from 'vitest'

import {
  DEFAULT_SETTINGS,
  type EditorSettings,
  type SettingsPatch,
} from '../../../../../electron/contract/editor-settings.ts'
import { WindowSettings, type SettingsShell } from '../../../../../renderer/shared/settings/window-settings.ts'

interface Write {
  readonly patch: SettingsPatch
  readonly succeed: () => Promise<void>
  readonly fail: () => Promise<void>
}

/** Settings over a shell that stores when told, and that brings news of other windows. */
function setUp(): { store: WindowSettings; writes: Write[]; news: (settings: EditorSettings) => void; told: string[] } {
  const writes: Write[] = []
  let stored = DEFAULT_SETTINGS
  let tell: (settings: EditorSettings) => void = () => undefined
  const shell: SettingsShell = {
    setSettings: (patch) =>
      new Promise((resolve, reject) => {
        const succeed = (): Promise<void> => {
          stored = { ...stored, ...patch }
          resolve(stored)
          return settled()
        }
        const fail = (): Promise<void> => {
          reject(new Error('The disk is full.'))
          return settled()
        }
        writes.push({ patch, succeed, fail })
      }),
    on: (name, listener) => {
      if (name === 'settingsChanged') tell = listener as typeof tell
      return () => void (tell = () => undefined)
    },
  }
  const store = new WindowSettings(shell, DEFAULT_SETTINGS)
  const told: string[] = []
  store.subscribe(() => told.push(store.get().theme))
  return { store, writes, news: (settings) => tell(settings), told }
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

describe('the settings of a window', () => {
  it('show a change at once, before the disk has it', async () => {
    const { store, writes } = setUp()
    const changing = store.change({ theme: 'dark' })
    expect(store.get().theme).toBe('dark')
    await writes[0]?.succeed()
    await changing
    expect(store.get().theme).toBe('dark')
  })

  // Bug it would catch: a switch that shows what was never kept.
  it('show the old value again when the disk refuses, and say so', async () => {
    const { store, writes } = setUp()
    const changing = store.change({ theme: 'dark' })
    const refused = expect(changing).rejects.toThrow('The disk is full.')
    await writes[0]?.fail()
    await refused
    expect(store.get().theme).toBe('system')
  })

  // Bug it would catch: a slider that jumps back while one drags it.
  it('do not show the answer to an older change over a newer one', async () => {
    const { store, writes } = setUp()
    const changing = [store.change({ threads: 3 }), store.change({ threads: 4 })]
    await writes[0]?.succeed()
    expect(store.get().threads).toBe(4)
    await writes[1]?.succeed()
    await Promise.all(changing)
    expect(store.get().threads).toBe(4)
  })

  // Bug it would catch: a second setting that shows its old value, though it was kept, because the first was refused.
  it('lose only the change that was refused', async () => {
    const { store, writes } = setUp()
    const refused = expect(store.change({ theme: 'dark' })).rejects.toThrow()
    const kept = store.change({ threads: 4 })
    await writes[0]?.fail()
    await refused
    expect([store.get().theme, store.get().threads]).toEqual(['system', 4])
    await writes[1]?.succeed()
    await kept
    expect([store.get().theme, store.get().threads]).toEqual(['system', 4])
  })

  it('take news of other windows, but none that crosses a change of their own', async () => {
    const { store, writes, news, told } = setUp()
    news({ ...DEFAULT_SETTINGS, theme: 'light' })
    news({ ...DEFAULT_SETTINGS, theme: 'light' })
    expect(told).toEqual(['light'])
    const changing = store.change({ theme: 'dark' })
    news({ ...DEFAULT_SETTINGS, theme: 'light' })
    expect(store.get().theme).toBe('dark')
    await writes[0]?.succeed()
    await changing
    store.dispose()
    news({ ...DEFAULT_SETTINGS, theme: 'light' })
    expect(store.get().theme).toBe('dark')
  })
})
