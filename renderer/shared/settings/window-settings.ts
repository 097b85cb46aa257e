import {
  editorSettingsSchema,
  type EditorSettings,
  type SettingsPatch,
} from '../../../electron/contract/editor-settings.ts'
import type { ShellApi } from '../../../electron/contract/shell-api.ts'
import { Observable } from '../lib/observable.ts'

export type SettingsShell = Pick<ShellApi, 'setSettings' | 'on'>

/** The user's settings in this window: shown at once, stored by the shell, and changed by other windows too. */
export class WindowSettings {
  readonly #current: Observable<EditorSettings>
  readonly #shell: SettingsShell
  readonly #stop: () => void
  #pending = 0

  constructor(shell: SettingsShell, initial: EditorSettings) {
    this.#shell = shell
    this.#current = new Observable(initial)
    this.#stop = shell.on('settingsChanged', (settings) => {
      // While a change of our own is on its way, news from elsewhere would undo it on the screen; the answer to our
      // change follows.
      if (this.#pending === 0) this.#show(settings)
    })
  }

  readonly get = (): EditorSettings => this.#current.get()
  readonly subscribe = (listener: () => void): (() => void) => this.#current.subscribe(listener)

  /** Rejects with a sentence when the change could not be stored; the old values then show again. */
  async change(patch: SettingsPatch): Promise<void> {
    const before = this.get()
    this.#pending += 1
    this.#show({ ...before, ...patch })
    try {
      const stored = await this.#shell.setSettings(patch)
      if (this.#pending === 1) this.#show(stored)
    } catch (error) {
      this.#show(withoutPatch(this.get(), patch, before))
      throw error
    } finally {
      this.#pending -= 1
    }
  }

  dispose(): void {
    this.#stop()
    this.#current.dispose()
  }

  #show(settings: EditorSettings): void {
    if (JSON.stringify(settings) !== JSON.stringify(this.#current.get())) this.#current.set(settings)
  }
}

/** Takes back a refused change, but no newer one. */
function withoutPatch(now: EditorSettings, patch: SettingsPatch, before: EditorSettings): EditorSettings {
  const refused = new Map(Object.entries(patch))
  const old = new Map(Object.entries(before))
  const entries = Object.entries(now).map(([name, value]) => {
    const isRefused = refused.has(name) && refused.get(name) === value
    return [name, isRefused ? old.get(name) : value] as const
  })
  return editorSettingsSchema.parse(Object.fromEntries(entries))
}
