import { en } from './en.ts'
import { ko } from './ko.ts'
import type { Catalogue, Translate } from './message.ts'

export type Locale = 'en' | 'ko'

const catalogues: Readonly<Record<Locale, Catalogue>> = { en, ko }

/**
 * Replaces `{name}` by its value; an unknown name stays as it is written, so that the mistake is noticed and nothing is
 * lost.
 */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

export function translator(locale: Locale): Translate {
  const catalogue = catalogues[locale]
  return (key, ...[values]) => (values === undefined ? catalogue[key] : fillPlaceholders(catalogue[key], values))
}

/** The first of the system's languages that we have; English otherwise. */
export function systemLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (language.startsWith('ko')) return 'ko'
    if (language.startsWith('en')) return 'en'
  }
  return 'en'
}
