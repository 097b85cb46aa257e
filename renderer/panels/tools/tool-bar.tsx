import { Fragment, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { useShortcuts } from '../../shared/commands/commands-context.ts'
import { useLayerKindsInUse } from './use-layer-kinds-in-use.ts'
import styles from './tool-bar.module.css'
import { tools, type ToolId } from '../../painting/tools/tool-table.ts'
import { selectActiveToolId, toolChosen } from '../../painting/tools/tools-slice.ts'

interface ToolBarProps {
  /** The tools that the workspace has; all of them where absent. */
  readonly only?: readonly ToolId[]
  /** Whether the workspace draws nothing but labels, whatever else the pack takes. */
  readonly onlyLabels?: boolean
}

/**
 * The slim column of tools, with a line between groups. Tools for a kind of layer that is not in use are left out, unless
 * one was chosen by its key.
 */
export function ToolBar({ only, onlyLabels }: ToolBarProps): ReactElement {
  const t = useTranslate()
  const keys = useShortcuts()
  const dispatch = useDispatch()
  const active = useSelector(selectActiveToolId)
  const inUse = useLayerKindsInUse(onlyLabels)
  const shown = tools.filter(
    ({ id, layerKind }) =>
      (only?.includes(id) ?? true) && (layerKind === undefined || inUse(layerKind) || id === active),
  )
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

/** The tools of a workspace in which labels of a photo are painted. */
export function LabelToolBar(): ReactElement {
  return <ToolBar onlyLabels />
}
