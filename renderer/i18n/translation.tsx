import { createContext, use, useEffect, useMemo, type ReactElement, type ReactNode } from 'react'
import { useSelector } from 'react-redux'

import { selectLocale } from '../preferences/preferences-slice.ts'
import type { Translate } from './message.ts'
import { systemLocale, translator, type Locale } from './translate.ts'

const TranslationContext = createContext<Translate>(translator('en'))

/** The language of the window. */
export function useLocale(): Locale {
  const choice = useSelector(selectLocale)
  return choice === 'system' ? systemLocale(navigator.languages) : choice
}

/** Gives the texts below it in the language the user chose, and tells the page's language to screen readers. */
export function TranslationProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const locale = useLocale()
  const translate = useMemo(() => translator(locale), [locale])
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return <TranslationContext value={translate}>{children}</TranslationContext>
}

/** The function that turns keys into texts; components ask for it instead of writing words. */
export function useTranslate(): Translate {
  return use(TranslationContext)
}
