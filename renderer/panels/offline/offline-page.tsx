import { useEffect, useState, type ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import type { SystemFacts } from '../../../electron/contract/system-facts.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { byteText } from '../../shared/lib/byte-text.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useProject } from '../../files/project/project-context.ts'
import { useShell } from '../../shared/shell/shell-context.ts'
import styles from './offline-page.module.css'

/** Shows which files and models the app uses, and that nothing leaves the machine. */
export function OfflinePage(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const shell = useShell()
  const announcer = useAnnouncer()
  const [facts, setFacts] = useState<SystemFacts>()
  useEffect(() => {
    shell.getSystemFacts().then(setFacts, (error: unknown) => announcer.fail(error))
  }, [shell, announcer])
  return (
    <Dialog title={t('offline.title')} width={620} onClose={() => dispatch(dialogClosed())}>
      <p className={styles['claim']}>
        <Icon name="lock" size={18} />
        {t('offline.claim')}
      </p>
      <p className={styles['text']}>{t('offline.how')}</p>
      {facts === undefined ? null : <Facts facts={facts} />}
    </Dialog>
  )
}

function Facts({ facts }: { readonly facts: SystemFacts }): ReactElement {
  const t = useTranslate()
  const { file } = useObservable(useProject().session.view)
  const total = facts.modelFiles.reduce((sum, { bytes }) => sum + bytes, 0)
  const rows: readonly (readonly [string, string])[] = [
    [t('offline.version'), `Cocanvas ${facts.appVersion} (${facts.shell === 'web' ? t('offline.web') : 'Electron'})`],
    [t('offline.document'), file === undefined ? t('offline.notSaved') : `${file.folder}/${file.name}`],
    [t('offline.data'), facts.dataFolder],
    [t('offline.machine'), `${facts.processorName} × ${facts.processorCount}, ${byteText(facts.memoryBytes)}`],
    [
      t('offline.engines'),
      Object.entries(facts.versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
    ],
  ]
  return (
    <>
      <dl className={styles['facts']}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className={styles['heading']}>
        {t('offline.models', { count: facts.modelFiles.length, size: byteText(total) })}
      </h3>
      <ul className={styles['files']}>
        {facts.modelFiles.map(({ owner, file: name, bytes }) => (
          <li key={`${owner}/${name}`}>
            <span>{`${owner} / ${name}`}</span>
            <span>{byteText(bytes)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
