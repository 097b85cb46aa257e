import type { ReactElement } from 'react'

import { useTranslate } from '../../../i18n/translation.tsx'
import { useObservable } from '../../../shared/lib/use-observable.ts'
import { useImport } from '../import-context.ts'
import styles from './photo-offers.module.css'

/** While files are dragged over the window, shows that they can be dropped on the canvas. */
export function DropHighlight(): ReactElement | null {
  const t = useTranslate()
  const dragging = useObservable(useImport().dragging)
  return dragging ? (
    <div className={styles['highlight']} data-testid="drop-highlight">
      <span>{t('photoOffer.dropHere')}</span>
    </div>
  ) : null
}
