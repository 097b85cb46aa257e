import { Fragment, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { useShortcuts } from '../../shared/commands/commands-context.ts'
import styles from './tool-bar.module.css'
import { tools, type ToolId } from '../../painting/tools/tool-table.ts'
import { selectActiveToolId, toolChosen } from '../../painting/tools/tools-slice.ts'

interface ToolBarProps {
  /** The tools that the workspace has; all of them where absent. */
  readonly only?: readonly ToolId[]
}

/** The slim column of tools, with a line between groups. */
export function ToolBar({ only }: ToolBarProps): ReactElement {
  const t = useTranslate()
  const keys = useShortcuts()
  const dispatch = useDispatch()
  const active = useSelector(selectActiveToolId)
  const shown = only === undefined ? tools : tools.filter(({ id }) => only.includes(id))
  return (
    <>
      {shown.map(({ id, icon, title, group }, index) => (
        <Fragment key={id}>
          {index > 0 && shown[index - 1]?.group !== group ? (
            <span className={styles['separator']} role="separator" />
          ) : null}
          <IconButton
            icon={icon}
            label={t(title)}
            shortcut={keys(`tool.${id}`)}
            pressed={id === active}
            size="large"
            tooltipSide="right"
            onPress={() => dispatch(toolChosen(id))}
          />
        </Fragment>
      ))}
    </>
  )
}
