import type { ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { shownName } from '../../i18n/given-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { selectDocument } from '../../model/document/document-selectors.ts'
import { useProject } from './project-context.ts'
import styles from './project-title.module.css'

/** The document's name, with a dot while it differs from its file. */
export function ProjectTitle(): ReactElement {
  const t = useTranslate()
  const { name } = useSelector(selectDocument)
  const { file, unsaved, saving } = useObservable(useProject().session.view)
  const state = saving ? t('project.saving') : unsaved ? t('project.unsaved') : ''
  return (
    <span
      className={styles['title']}
      title={file === undefined ? undefined : `${file.folder}/${file.name}`}
      data-testid="project-title"
    >
      <span className={styles['name']}>{name === '' ? t('project.untitled') : shownName(t, name)}</span>
      {unsaved ? <span className={styles['dot']} aria-hidden="true" /> : null}
      <span className="visually-hidden">{state}</span>
    </span>
  )
}
