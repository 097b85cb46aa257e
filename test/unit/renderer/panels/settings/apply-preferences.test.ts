import { describe, expect, it } from 'vitest'

import { DEFAULT_SETTINGS } from '../../../../../electron/contract/editor-settings.ts'
import {
  followReducedMotion,
  historyLimitsOf,
  preferencesOf,
} from '../../../../../renderer/panels/settings/apply-preferences.ts'

describe('what settings do to the window', () => {
  it('looks and language are as chosen', () => {
    const settings = { ...DEFAULT_SETTINGS, theme: 'dark', language: 'ko', paletteHatching: true } as const
    expect(preferencesOf(settings)).toEqual({ theme: 'dark', locale: 'ko', hatching: true })
  })

  // Bug it would catch: megabytes taken for bytes, so that undo ends after one step.
  it('undo is bounded in bytes and steps', () => {
    expect(historyLimitsOf({ ...DEFAULT_SETTINGS, historyMegabytes: 16, historySteps: 500 })).toEqual({
      bytes: 16_777_216,
      steps: 500,
    })
  })

  // Bug it would catch: "as the system" that keeps what was chosen before.
  it('motion is marked on the page, and not at all where the system decides', () => {
    const page: { dataset: Record<string, string | undefined> } = { dataset: {} }
    const marks = (['on', 'off', 'system'] as const).map((choice) => {
      followReducedMotion(choice, page)
      return page.dataset['motion']
    })
    expect(marks).toEqual(['reduced', 'full', undefined])
  })
})
