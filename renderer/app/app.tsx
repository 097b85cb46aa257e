import { useEffect, type ReactElement } from 'react'
import { Provider, useSelector } from 'react-redux'

import { selectTheme } from '../preferences/preferences-slice.ts'
import { TranslationProvider } from '../i18n/translation.tsx'
import { followTheme } from '../theme/follow-theme.ts'
import { AppWindow } from './app-window.tsx'
import { SessionContexts } from './session-contexts.tsx'
import type { Session } from './session.ts'

/** The whole window, built around the long-lived objects that main.tsx created. */
export function App({ session }: { readonly session: Session }): ReactElement {
  return (
    <Provider store={session.store}>
      <SessionContexts session={session}>
        <TranslationProvider>
          <Theme />
          <AppWindow />
        </TranslationProvider>
      </SessionContexts>
    </Provider>
  )
}

function Theme(): null {
  const theme = useSelector(selectTheme)
  useEffect(() => followTheme(theme), [theme])
  return null
}
