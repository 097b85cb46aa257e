import type { EditorSettings } from '../../../electron/contract/editor-settings.ts'
import { providedContext } from '../lib/provided-context.ts'
import { useObservable } from '../lib/use-observable.ts'
import type { SettingsStore } from './settings-store.ts'

export const [SettingsContext, useSettingsStore] = providedContext<SettingsStore>('settings')

/** The settings now; the component renders again when they change. */
export function useSettings(): EditorSettings {
  return useObservable(useSettingsStore())
}
