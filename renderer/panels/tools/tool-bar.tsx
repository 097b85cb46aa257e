import { Fragment, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { useShortcuts } from '../../shared/commands/commands-context.ts'
import styles from './tool-bar.module.css'
import { toolIds, type ToolId } from '../../painting/tools/tool-settings.ts'
import { toolTable } from '../../painting/tools/tool-table.ts'
import { selectActiveToolId, toolChosen } from '../../painting/tools/tools-slice.ts'

/** Tools after which a line separates painting, shapes, selecting and viewing. */
const groupEnds: ReadonlySet<ToolId> = new Set(['fill', 'lasso', 'move'])

/** The slim column of tools. */
export function ToolBar(): ReactElement {
  const t = useTranslate()
  const keys = useShortcuts()
  const dispatch = useDispatch()
  const active = useSelector(selectActiveToolId)
  return (
    <>
      {toolIds.map((id) => (
        <Fragment key={id}>
          <IconButton
            icon={toolTable[id].icon}
            label={t(toolTable[id].title)}
            shortcut={keys(`tool.${id}`)}
            pressed={id === active}
            size="large"
            tooltipSide="right"
            onPress={() => dispatch(toolChosen(id))}
          />
          {groupEnds.has(id) ? <span className={styles['separator']} role="separator" /> : null}
        </Fragment>
      ))}
    </>
  )
}
