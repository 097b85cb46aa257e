import { useEffect, type ReactElement } from 'react'
import { Provider, useSelector } from 'react-redux'

import { selectTheme } from '../preferences/preferences-slice.ts'
import { TranslationProvider } from '../i18n/translation.tsx'
import { followTheme } from '../theme/follow-theme.ts'
import { AppShell } from './app-shell.tsx'
import { contributions } from './contributions.ts'
import { SessionContexts } from './session-contexts.tsx'
import type { Session } from './session.ts'

/** The whole window, given the long-lived things that main.tsx made. */
export function App({ session }: { readonly session: Session }): ReactElement {
  return (
    <Provider store={session.store}>
      <SessionContexts session={session}>
        <TranslationProvider>
          <Theme />
          <AppShell contributions={contributions} />
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
