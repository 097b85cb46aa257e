import { useEffect, useState, type ReactElement } from 'react'

import type { RecentProject } from '../../../electron/contract/project-content.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useShell } from '../../shared/shell/shell-context.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { PictureFromBytes } from './picture-from-bytes.tsx'
import styles from './project-dialogs.module.css'
import { useProject } from './project-context.ts'

interface RecentProjectsListProps {
  /** How many are shown at most; all of them where absent. */
  readonly limit?: number
  /** Called before a project is opened. */
  readonly onOpen: () => void
}

/** Projects opened or saved before, newest first. */
export function RecentProjectsList({ limit, onOpen }: RecentProjectsListProps): ReactElement {
  const t = useTranslate()
  const shell = useShell()
  const announcer = useAnnouncer()
  const { commands } = useProject()
  const [projects, setProjects] = useState<readonly RecentProject[]>()
  useEffect(() => {
    shell.listRecentProjects().then(setProjects, (error: unknown) => announcer.fail(error))
  }, [shell, announcer])
  const forget = (fileId: string): void => {
    shell.forgetRecentProject(fileId).then(
      () => setProjects(projects?.filter(({ file }) => file.id !== fileId)),
      (error: unknown) => announcer.fail(error),
    )
  }
  if (projects?.length === 0) return <EmptyState icon="open" text={t('project.noRecent')} />
  return (
    <ul className={styles['list']}>
      {projects?.slice(0, limit).map(({ file, missing, openedAt, thumbnail }) => (
        <li key={file.id} className={styles['item']}>
          <button
            type="button"
            className={styles['open']}
            disabled={missing}
            onClick={() => {
              onOpen()
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
  )
}
