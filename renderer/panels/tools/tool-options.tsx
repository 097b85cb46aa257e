import type { ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { className } from '../../i18n/shipped-names.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { selectActiveClass } from '../../model/palette/palette-selectors.ts'
import { PaintRuleOptions } from './paint-rule-options.tsx'
import styles from './tool-options.module.css'
import { toolTable } from '../../painting/tools/tool-table.ts'
import { selectActiveToolId, selectToolSettings, toolSettingsChanged } from '../../painting/tools/tools-slice.ts'

/** The row above the canvas: the settings of the active tool. */
export function ToolOptions(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const tool = toolTable[useSelector(selectActiveToolId)]
  const settings = useSelector(selectToolSettings)
  const activeClass = useSelector(selectActiveClass)
  const Options = tool.options
  return (
    <>
      <span className={styles['name']}>
        <Icon name={tool.icon} />
        {t(tool.title)}
      </span>
      {tool.paintsClass && activeClass !== undefined ? (
        <span
          className={styles['class']}
          aria-label={t('palette.activeClass', { name: className(t, activeClass.name) })}
        >
          <span className={styles['swatch']} style={{ background: `rgb(${activeClass.colour.join(' ')})` }} />
          {className(t, activeClass.name)}
        </span>
      ) : null}
      {Options === undefined ? null : (
        <Options settings={settings} change={(change) => dispatch(toolSettingsChanged(change))} />
      )}
      {tool.obeysPaintRules ? <PaintRuleOptions /> : null}
    </>
  )
}
