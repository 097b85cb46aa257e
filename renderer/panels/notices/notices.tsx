import { useEffect, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { noticeDismissed, selectNotices, type Notice } from '../../shared/notices/notices-slice.ts'
import styles from './notices.module.css'

/** Errors stay until dismissed; other notices disappear after this time. */
const SHOWN_MS = 5000

const icons = { info: 'info', success: 'check', error: 'warning' } as const

/** The sentences at the bottom of the canvas, announced to screen readers as they come. */
export function Notices(): ReactElement {
  const notices = useSelector(selectNotices)
  return (
    <div className={styles['notices']} role="status" aria-live="polite">
      {notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function NoticeRow({ notice }: { readonly notice: Notice }): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  useEffect(() => {
    if (notice.tone === 'error') return
    const timer = window.setTimeout(() => dispatch(noticeDismissed(notice.id)), SHOWN_MS)
    return () => window.clearTimeout(timer)
  }, [notice, dispatch])
  return (
    <div className={classNames(styles['notice'], styles[notice.tone])}>
      <Icon name={icons[notice.tone]} size={16} />
      <span>{notice.text}</span>
      <IconButton
        icon="close"
        size="small"
        label={t('shell.dismiss')}
        onPress={() => dispatch(noticeDismissed(notice.id))}
      />
    </div>
  )
}
