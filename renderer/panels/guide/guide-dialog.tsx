import { useState, type ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import { useLocale, useTranslate } from '../../i18n/translation.tsx'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { classNames } from '../../shared/ui/class-names.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { ModelCard } from '../packs-page/model-card.tsx'
import styles from './guide-dialog.module.css'
import { guidePages, guidePictures } from './guide-pages.ts'

/** The user guide, with one page for each use. */
export function GuideDialog(): ReactElement {
  const t = useTranslate()
  const locale = useLocale()
  const dispatch = useDispatch()
  const [page, setPage] = useState(guidePages[0])
  return (
    <Dialog title={t('guide.title')} width={860} onClose={() => dispatch(dialogClosed())}>
      <div className={styles['guide']}>
        <ul className={styles['pages']} aria-label={t('guide.pages')}>
          {guidePages.map((each, index) => (
            <li key={each.id}>
              <button
                type="button"
                className={classNames(styles['page'], each === page && styles['current'])}
                aria-current={each === page ? 'page' : undefined}
                data-focus-on-show={index === 0 ? true : undefined}
                onClick={() => setPage(each)}
              >
                {t(each.title)}
              </button>
            </li>
          ))}
        </ul>
        <article key={page.id} className={styles['text']} aria-label={t(page.title)}>
          <ModelCard markdown={page.text[locale]} pictures={guidePictures} />
        </article>
      </div>
    </Dialog>
  )
}
