import { describe, expect, it } from 'vitest'
import { menuCommandSchema, menuNames } from '../../../../electron/contract/menu-command.ts'
import { mainText } from '../../../../electron/main/main-text.ts'

describe('what the main process says', () => {
  it.each([
    ['system', 'ko-KR', '저장'],
    ['system', 'en-GB', 'Save'],
    ['system', 'fr', 'Save'],
    ['en', 'ko-KR', 'Save'],
    ['ko', 'en-US', '저장'],
  ] as const)('with the setting %s on a system in %s is %s', (language, locale, save) => {
    expect(mainText(language, locale).commands['file.save']).toBe(save)
  })

  // Bug it would catch: a Korean menu with an entry that was forgotten and left in English.
  it('is translated throughout', () => {
    const [english, korean] = [mainText('en', ''), mainText('ko', '')]
    for (const command of menuCommandSchema.options) {
      expect(korean.commands[command], command).not.toBe(english.commands[command])
    }
    for (const menu of menuNames) expect(korean.menus[menu]).not.toBe(english.menus[menu])
  })
})
