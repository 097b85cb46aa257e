import type { ReactElement } from 'react'

import { useTranslate } from '../i18n/translation.tsx'
import { classNames } from '../shared/ui/class-names.ts'
import styles from './app-shell.module.css'
import { OpenDialog } from './open-dialog.tsx'
import { SidePanels } from './side-panels.tsx'
import { contributionsFor, panelsOf, type Contribution, type SlotName } from './slots.ts'

interface AppShellProps {
  readonly contributions: readonly Contribution[]
}

/** The window's layout: it knows the places, the contributions know what belongs there. */
export function AppShell({ contributions }: AppShellProps): ReactElement {
  const t = useTranslate()
  const slot = (name: SlotName): ReactElement[] =>
    contributionsFor(contributions, name).map(({ id, component: Component }) => <Component key={id} />)
  return (
    <div className={styles['shell']}>
      <header className={styles['title']}>
        <div className={styles['group']}>{slot('title-start')}</div>
        <div className={styles['group']}>{slot('title-center')}</div>
        <div className={classNames(styles['group'], styles['end'])}>{slot('title-end')}</div>
      </header>
      <div className={styles['options']} role="toolbar" aria-label={t('shell.toolOptions')}>
        {slot('tool-options')}
      </div>
      <nav className={styles['tools']} aria-label={t('shell.tools')}>
        {slot('tools')}
      </nav>
      <main className={styles['canvas']} aria-label={t('shell.canvas')}>
        {slot('canvas')}
      </main>
      <div className={styles['strip']}>{slot('strip')}</div>
      <aside className={styles['panels']} aria-label={t('shell.panels')}>
        <SidePanels panels={panelsOf(contributions)} />
      </aside>
      <footer className={styles['status']} aria-label={t('shell.status')}>
        <div className={styles['group']}>{slot('status-start')}</div>
        <div className={styles['group']}>{slot('status-end')}</div>
      </footer>
      {slot('overlay')}
      <OpenDialog contributions={contributions} />
    </div>
  )
}
