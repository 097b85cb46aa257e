import { createContext, use, useEffect, useMemo, type ReactElement, type ReactNode } from 'react'
import { useSelector } from 'react-redux'

import { selectLocale } from '../preferences/preferences-slice.ts'
import type { Translate } from './message.ts'
import { systemLocale, translator } from './translate.ts'

const TranslationContext = createContext<Translate>(translator('en'))

/** Gives the texts below it in the language the user chose, and tells the page's language to screen readers. */
export function TranslationProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const choice = useSelector(selectLocale)
  const locale = choice === 'system' ? systemLocale(navigator.languages) : choice
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
