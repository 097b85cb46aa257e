import { describe, expect, it } from 'vitest'

import { en } from '../../../../renderer/i18n/en.ts'
import { ko } from '../../../../renderer/i18n/ko.ts'
import { systemLocale, translator } from '../../../../renderer/i18n/translate.ts'

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted()

describe('catalogue', () => {
  it('has every key in every language, with the same placeholders and no empty text', () => {
    const korean: Readonly<Record<string, string>> = ko
    expect(Object.keys(ko).toSorted()).toEqual(Object.keys(en).toSorted())
    for (const [key, text] of Object.entries(en)) {
      expect(placeholders(korean[key] ?? ''), key).toEqual(placeholders(text))
      expect((korean[key] ?? '').trim(), key).not.toBe('')
    }
  })

  it('fills in values', () => {
    expect(translator('en')('layers.hide', { name: 'Sky' })).toBe('Hide Sky')
    expect(translator('ko')('layers.hide', { name: '하늘' })).toContain('하늘')
  })

  it('takes the first language of the system that we speak', () => {
    expect(systemLocale(['fr-FR', 'ko-KR', 'en-US'])).toBe('ko')
    expect(systemLocale(['fr-FR'])).toBe('en')
  })
})
