import type { ReactElement } from 'react'

import { useTranslate } from '../../../i18n/translation.tsx'
import { linePartTable } from '../../../model/lines/line-parts.ts'
import { linePartSchema, type LinePart } from '../../../model/lines/stroke.ts'
import { Select } from '../../../shared/ui/select.tsx'
import styles from './line-part-select.module.css'

interface LinePartSelectProps {
  readonly value: LinePart
  readonly onChange: (part: LinePart) => void
}

/** The part of a face that lines belong to, with its colour. */
export function LinePartSelect({ value, onChange }: LinePartSelectProps): ReactElement {
  const t = useTranslate()
  return (
    <div className={styles['part']}>
      <span className={styles['swatch']} style={{ background: linePartTable[value].colour }} />
      <Select
        label={t('lines.part')}
        value={value}
        options={linePartSchema.options.map((part) => ({ value: part, label: t(linePartTable[part].title) }))}
        onChange={onChange}
      />
    </div>
  )
}
