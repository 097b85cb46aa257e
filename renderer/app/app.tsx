import { useEffect, type ReactElement } from 'react'
import { Provider, useSelector } from 'react-redux'

import { selectTheme } from '../features/preferences/preferences-slice.ts'
import { TranslationProvider } from '../i18n/translation.tsx'
import { followTheme } from '../theme/follow-theme.ts'
import { AppShell } from './app-shell.tsx'
import { contributions } from './contributions.ts'
import type { AppStore } from './store.ts'

/** The whole window, given the long-lived things that main.tsx made. */
export function App({ store }: { readonly store: AppStore }): ReactElement {
  return (
    <Provider store={store}>
      <TranslationProvider>
        <Theme />
        <AppShell contributions={contributions} />
      </TranslationProvider>
    </Provider>
  )
}

function Theme(): null {
  const theme = useSelector(selectTheme)
  useEffect(() => followTheme(theme), [theme])
  return null
}
