import { useCallback, useEffect, useState, type ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import type { PackList } from '../../../electron/contract/system-facts.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useShell } from '../../shared/shell/shell-context.ts'
import { PackEntry } from './pack-entry.tsx'
import styles from './packs-page.module.css'

/** The installed packs: what they are, whether they are complete, and under which licence. */
export function PacksPage(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const shell = useShell()
  const announcer = useAnnouncer()
  const [list, setList] = useState<PackList>()
  const refresh = useCallback(() => {
    shell.listPacks().then(setList, (error: unknown) => announcer.fail(error))
  }, [shell, announcer])
  useEffect(refresh, [refresh])
  return (
    <Dialog title={t('packs.title')} width={680} onClose={() => dispatch(dialogClosed())}>
      <p className={styles['hint']}>{t('packs.text')}</p>
      {list?.packs.length === 0 ? <EmptyState icon="palette" text={t('packs.none')} /> : null}
      {list?.packs.map((listing) => (
        <PackEntry key={listing.manifest.id} listing={listing} onRemoved={refresh} />
      ))}
      {list?.broken.map(({ folder, message }) => (
        <div key={folder} className={styles['broken']}>
          <Icon name="warning" size={18} />
          <span>
            {message}
            <small>{folder}</small>
          </span>
        </div>
      ))}
      <p className={styles['hint']}>{t('packs.importHint')}</p>
    </Dialog>
  )
}
