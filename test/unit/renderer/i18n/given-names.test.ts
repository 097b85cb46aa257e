import { expect, it } from 'vitest'
import { shownName } from '../../../../renderer/i18n/given-names.ts'
import { translator } from '../../../../renderer/i18n/translate.ts'

it('shows names that the program gave in the language of the window, and the user’s own as they are', () => {
  // Would catch: a Korean window whose layers are called "Labels 2" since the project was begun in English.
  const [english, korean] = [translator('en'), translator('ko')]
  expect(shownName(korean, 'Labels')).toBe('레이블')
  expect(shownName(korean, 'Labels 12')).toBe('레이블 12')
  expect(shownName(english, '레이블 12')).toBe('Labels 12')
  expect(shownName(korean, 'Meadow road')).toBe(korean('sample.meadow-road'))
  expect(shownName(korean, 'Labels of mine')).toBe('Labels of mine')
  expect(shownName(english, 'My lake 3')).toBe('My lake 3')
  expect(shownName(english, '')).toBe('')
})
