import type { ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { className } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Select } from '../../shared/ui/select.tsx'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import styles from './tool-options.module.css'
import { selectToolSettings, toolSettingsChanged } from '../../painting/tools/tools-slice.ts'

/** Options of every painting tool: "paint only over" and the mirror. */
export function PaintRuleOptions(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const classes = useSelector(selectClasses)
  const { onlyOverClassId, symmetry } = useSelector(selectToolSettings)
  return (
    <div className={styles['rules']}>
      <Select
        label={t('toolOption.onlyOver')}
        value={onlyOverClassId === null ? 'any' : String(onlyOverClassId)}
        options={[
          { value: 'any', label: t('toolOption.anyClass') },
          ...classes.map(({ id, name }) => ({ value: String(id), label: className(t, name) })),
        ]}
        onChange={(value) => dispatch(toolSettingsChanged({ onlyOverClassId: value === 'any' ? null : Number(value) }))}
      />
      <Select
        label={t('toolOption.symmetry')}
        value={symmetry}
        options={[
          { value: 'none', label: t('toolOption.symmetryNone') },
          { value: 'vertical', label: t('toolOption.symmetryVertical') },
          { value: 'horizontal', label: t('toolOption.symmetryHorizontal') },
          { value: 'both', label: t('toolOption.symmetryBoth') },
        ]}
        onChange={(value) => dispatch(toolSettingsChanged({ symmetry: value }))}
      />
    </div>
  )
}
