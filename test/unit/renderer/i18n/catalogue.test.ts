import { readdirSync, readFileSync } from 'node:fs'

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

  // Bug it would catch: texts that nobody reads, kept and translated for ever.
  it('has no key that the window does not use', () => {
    const window = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/^i18n.(en|ko)\b/.test(file))
      .map((file) => readFileSync(`renderer/${file}`, 'utf8'))
      .join('\n')
    expect(Object.keys(en).filter((key) => !window.includes(`'${key}'`))).toEqual([])
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
