import type { ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { classNames } from '../ui/class-names.ts'
import { contributionsFor, panelsOf, type SlotName } from './contribution.ts'
import { SidePanels } from './side-panels.tsx'
import type { Workspace } from './workspace.ts'
import styles from './workspace-frame.module.css'

interface WorkspaceFrameProps {
  readonly workspace: Workspace
  /** The window has one `main` element; a workspace shown above it is a `section`. */
  readonly canvasElement?: 'main' | 'section'
}

/** The layout of every workspace: it provides the places, and the workspace's contributions fill them. */
export function WorkspaceFrame({ workspace, canvasElement: Canvas = 'main' }: WorkspaceFrameProps): ReactElement {
  const t = useTranslate()
  const { contributions } = workspace
  const slot = (name: SlotName): ReactElement[] =>
    contributionsFor(contributions, name).map(({ id, component: Component }) => <Component key={id} />)
  return (
    <div className={styles['frame']}>
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
      <Canvas className={styles['canvas']} aria-label={t('shell.canvas')}>
        {slot('canvas')}
      </Canvas>
      <div className={styles['strip']}>{slot('strip')}</div>
      <aside className={styles['panels']} aria-label={t('shell.panels')}>
        <SidePanels panels={panelsOf(contributions)} />
      </aside>
      <footer className={styles['status']} aria-label={t('shell.status')}>
        <div className={styles['group']}>{slot('status-start')}</div>
        <div className={styles['group']}>{slot('status-end')}</div>
      </footer>
    </div>
  )
}
