import { expect, it } from 'vitest'

import { shortenText } from '../../../../../renderer/shared/lib/shorten-text.ts'

it('a layer’s name is cut between characters, never inside an emoji or a composed syllable', () => {
  expect(shortenText('abc', 3)).toBe('abc')
  expect(shortenText('abcd', 3)).toBe('abc')
  const family = '👩‍👩‍👧'
  expect(shortenText(family + family, family.length + 3)).toBe(family)
  expect(shortenText(family, 3)).toBe('')
  expect(shortenText('한글'.normalize('NFD'), 5).normalize('NFC')).toBe('한')
})
