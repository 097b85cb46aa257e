import { useState, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { className, shippedTitle } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { classExemplarChosen, selectExemplarChoice } from '../../synthesis/exemplars/exemplar-slice.ts'
import { useExemplars } from '../../synthesis/exemplars/exemplars-context.ts'
import { usePhotoEditing } from '../../synthesis/photo-edit/photo-editing-context.ts'
import { ChooseLender } from './lend-dialog.tsx'
import styles from './photo-edit.module.css'

/** Which classes come from other photos, and which should. */
export function LentPanel(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { byClass } = useSelector(selectExemplarChoice)
  const classes = useSelector(selectClasses)
  const entries = useObservable(useExemplars().library.entries)
  const lacking = useObservable(usePhotoEditing().lacking)
  const [choosing, setChoosing] = useState<number>()
  const named = classes.map(({ id, name, colour }) => ({ id, colour, name: className(t, name), lender: byClass[id] }))
  const lent = named.filter(({ lender }) => lender !== undefined)
  const missing = named.filter(({ id, lender }) => lender === undefined && lacking.includes(id))
  return (
    <div className={styles['fields']}>
      {lent.length === 0 ? null : (
        <ul className={styles['pieces']} aria-label={t('photoEdit.lent')}>
          {lent.map(({ id, name, colour, lender }) => {
            const entry = entries.find((each) => each.id === lender)
            const title = entry === undefined ? '' : shippedTitle(t, entry)
            return (
              <li key={id} className={styles['piece']}>
                <span className={styles['swatch']} style={{ background: `rgb(${colour.join(' ')})` }} />
                <button type="button" className={styles['words']} onClick={() => setChoosing(id)}>
                  {t('photoEdit.lentFrom', { name, title })}
                </button>
                <IconButton
                  icon="close"
                  label={t('photoEdit.unlend', { name })}
                  onPress={() => dispatch(classExemplarChosen({ classId: id, exemplarId: null }))}
                />
              </li>
            )
          })}
        </ul>
      )}
      {missing.map(({ id, name }) => (
        <Button key={id} onPress={() => setChoosing(id)}>
          {t('photoEdit.lend', { name })}
        </Button>
      ))}
      {lent.length === 0 && missing.length === 0 ? <p className={styles['hint']}>{t('photoEdit.lentHint')}</p> : null}
      {choosing === undefined ? null : <ChooseLender classId={choosing} onDone={() => setChoosing(undefined)} />}
    </div>
  )
}
