import { describe, expect, it } from 'vitest'
import { menuNames } from '../../../../electron/contract/app-menu.ts'
import { mainText } from '../../../../electron/main/main-text.ts'

describe('what the main process says', () => {
  it.each([
    ['system', 'ko-KR', '종료'],
    ['system', 'en-GB', 'Quit'],
    ['system', 'fr', 'Quit'],
    ['en', 'ko-KR', 'Quit'],
    ['ko', 'en-US', '종료'],
  ] as const)('with the setting %s on a system in %s is %s', (language, locale, quit) => {
    expect(mainText(language, locale).quit).toBe(quit)
  })

  // Bug it would catch: a Korean menu with a name that was forgotten and left in English.
  it('is translated throughout', () => {
    const [english, korean] = [mainText('en', ''), mainText('ko', '')]
    for (const menu of menuNames) expect(korean.menus[menu]).not.toBe(english.menus[menu])
  })
})
