import type { ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { className } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { selectActiveClass } from '../../model/palette/palette-selectors.ts'
import { PaintRuleOptions } from './paint-rule-options.tsx'
import styles from './tool-options.module.css'
import { optionsOfTool } from './tool-option-controls.tsx'
import { toolTable } from '../../painting/tools/tool-table.ts'
import { selectActiveToolId } from '../../painting/tools/tools-slice.ts'

/** Tools that paint the active class, and obey the paint rules. */
const painting = new Set(['brush', 'fill', 'line', 'rectangle', 'ellipse', 'polygon', 'lasso', 'magic'])

/** The row over the canvas: what can be set for the active tool. */
export function ToolOptions(): ReactElement {
  const t = useTranslate()
  const tool = toolTable[useSelector(selectActiveToolId)]
  const activeClass = useSelector(selectActiveClass)
  const Options = optionsOfTool[tool.id]
  return (
    <>
      <span className={styles['name']}>
        <Icon name={tool.icon} />
        {t(tool.title)}
      </span>
      {painting.has(tool.id) && activeClass !== undefined ? (
        <span
          className={styles['class']}
          aria-label={t('palette.activeClass', { name: className(t, activeClass.name) })}
        >
          <span className={styles['swatch']} style={{ background: `rgb(${activeClass.colour.join(' ')})` }} />
          {className(t, activeClass.name)}
        </span>
      ) : null}
      {Options === undefined ? null : <Options />}
      {painting.has(tool.id) || tool.id === 'eraser' ? <PaintRuleOptions /> : null}
    </>
  )
}
