import { useStore } from 'react-redux'

import type { SettingsPatch } from '../../../electron/contract/editor-settings.ts'
import { noticeShown } from '../notices/notices-slice.ts'
import { useSettingsStore } from './settings-context.ts'

/** Changes settings from a component; the user is told if the disk refuses. */
export function useSettingsChange(): (patch: SettingsPatch) => void {
  const settings = useSettingsStore()
  const store = useStore()
  return (patch) => {
    settings.change(patch).catch((error: unknown) => {
      const text = error instanceof Error ? error.message : String(error)
      store.dispatch(noticeShown({ tone: 'error', text }))
    })
  }
}
