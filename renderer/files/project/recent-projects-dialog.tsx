import { useEffect, useState, type ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import type { RecentProject } from '../../../electron/contract/project-content.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useShell } from '../../shared/shell/shell-context.ts'
import { PictureFromBytes } from './picture-from-bytes.tsx'
import styles from './project-dialogs.module.css'
import { useProject } from './project-context.ts'

/** Projects opened or saved before. */
export function RecentProjectsDialog(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const shell = useShell()
  const announcer = useAnnouncer()
  const { commands } = useProject()
  const [projects, setProjects] = useState<readonly RecentProject[]>()
  useEffect(() => {
    shell.listRecentProjects().then(setProjects, (error: unknown) => announcer.fail(error))
  }, [shell, announcer])
  const close = (): void => void dispatch(dialogClosed())
  const forget = (fileId: string): void => {
    shell.forgetRecentProject(fileId).then(
      () => setProjects(projects?.filter(({ file }) => file.id !== fileId)),
      (error: unknown) => announcer.fail(error),
    )
  }
  return (
    <Dialog
      title={t('project.recent')}
      width={560}
      onClose={close}
      actions={
        <Button
          onPress={() => {
            close()
            void commands.openDialog()
          }}
        >
          {t('project.openOther')}
        </Button>
      }
    >
      {projects?.length === 0 ? <EmptyState icon="open" text={t('project.noRecent')} /> : null}
      <ul className={styles['list']}>
        {projects?.map(({ file, missing, openedAt, thumbnail }) => (
          <li key={file.id} className={styles['item']}>
            <button
              type="button"
              className={styles['open']}
              disabled={missing}
              onClick={() => {
                close()
                void commands.openRecent(file.id)
              }}
            >
              <PictureFromBytes className={styles['thumbnail']} bytes={thumbnail} />
              <span className={styles['words']}>
                <span className={styles['name']}>{file.name}</span>
                <span className={styles['place']}>
                  {missing ? t('project.missing', { folder: file.folder }) : file.folder}
                </span>
                <span className={styles['place']}>
                  {new Date(openedAt).toLocaleString(document.documentElement.lang)}
                </span>
              </span>
            </button>
            <IconButton
              icon="close"
              size="small"
              label={t('project.forget', { name: file.name })}
              onPress={() => forget(file.id)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
