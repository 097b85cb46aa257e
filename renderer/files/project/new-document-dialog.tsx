import { useState, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { className } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { classNames } from '../../shared/ui/class-names.ts'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import { documentSizes } from './document-sizes.ts'
import styles from './project-dialogs.module.css'
import { useProject } from './project-context.ts'
import { SizeSliders } from './size-sliders.tsx'

/** Longest side of a size's little sheet of paper, in CSS pixels. */
const SHEET_SIDE = 44

/** Chooses size and backdrop of a new document. */
export function NewDocumentDialog(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { commands } = useProject()
  const classes = useSelector(selectClasses)
  const [size, setSize] = useState<{ width: number; height: number }>(documentSizes[0])
  const sky = classes.find(({ name }) => name === 'sky') ?? classes[0]
  const [backdropId, setBackdropId] = useState(sky?.id ?? 0)
  const create = async (): Promise<void> => {
    // The dialog stays open until the new document is shown, because what the user does next is meant for that one.
    await commands.create({ ...size, backdropClassId: backdropId })
    dispatch(dialogClosed())
  }
  return (
    <Dialog
      title={t('project.new')}
      onClose={() => dispatch(dialogClosed())}
      actions={
        <>
          <Button onPress={() => dispatch(dialogClosed())}>{t('shell.cancel')}</Button>
          <Button tone="primary" focusOnShow onPress={() => void create()}>
            {t('project.create')}
          </Button>
        </>
      }
    >
      <div className={styles['sizes']} role="radiogroup" aria-label={t('project.size')}>
        {documentSizes.map(({ width, height }) => {
          const chosen = size.width === width && size.height === height
          const scale = SHEET_SIDE / Math.max(width, height)
          return (
            <button
              key={`${width}x${height}`}
              type="button"
              role="radio"
              aria-checked={chosen}
              className={classNames(styles['size'], chosen && styles['chosen'])}
              onClick={() => setSize({ width, height })}
            >
              <span className={styles['sheet']} style={{ width: width * scale, height: height * scale }} />
              {`${width} × ${height}`}
            </button>
          )
        })}
      </div>
      <SizeSliders size={size} onChange={setSize} />
      {classes.length === 0 ? null : (
        <Select
          label={t('project.backdrop')}
          value={String(backdropId)}
          options={classes.map(({ id, name }) => ({ value: String(id), label: className(t, name) }))}
          onChange={(value) => setBackdropId(Number(value))}
        />
      )}
    </Dialog>
  )
}
