import type { EditorSettings } from '../../../electron/contract/editor-settings.ts'
import { providedContext } from '../lib/provided-context.ts'
import { useObservable } from '../lib/use-observable.ts'
import type { WindowSettings } from './window-settings.ts'

export const [SettingsContext, useSettingsStore] = providedContext<WindowSettings>('settings')

/** The present settings; the component renders again when they change. */
export function useSettings(): EditorSettings {
  return useObservable(useSettingsStore())
}
