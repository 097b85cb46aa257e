import { createContext, use } from 'react'

import type { EditorSettings } from '../../../electron/contract/editor-settings.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import type { SettingsStore } from './settings-store.ts'

export const SettingsContext = createContext<SettingsStore | undefined>(undefined)

export function useSettingsStore(): SettingsStore {
  const settings = use(SettingsContext)
  if (settings === undefined) throw new Error('useSettingsStore was called outside the SettingsContext.')
  return settings
}

/** The settings now; the component renders again when they change. */
export function useSettings(): EditorSettings {
  return useObservable(useSettingsStore())
}
