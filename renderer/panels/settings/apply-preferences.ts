import type { EditorSettings } from '../../../electron/contract/editor-settings.ts'
import type { HistoryLimits } from '../../model/history/history.ts'
import type { PreferencesState } from '../../preferences/preferences-slice.ts'

/** The part of the settings that decides how the window looks and speaks. */
export function preferencesOf({ theme, language, paletteHatching }: EditorSettings): PreferencesState {
  return { theme, locale: language, hatching: paletteHatching }
}

/** The bounds of undo that the user chose. */
export function historyLimitsOf({ historyMegabytes, historySteps }: EditorSettings): HistoryLimits {
  return { bytes: historyMegabytes * 1024 ** 2, steps: historySteps }
}

/** Marks the page so that style sheets reduce motion even where the system does not ask for it. */
export function followReducedMotion(
  choice: EditorSettings['reducedMotion'],
  page: { readonly dataset: Record<string, string | undefined> },
): void {
  if (choice === 'system') delete page.dataset['motion']
  else page.dataset['motion'] = choice === 'on' ? 'reduced' : 'full'
}
