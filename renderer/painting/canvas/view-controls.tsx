import type { ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Tooltip } from '../../shared/ui/tooltip.tsx'
import { CommandButton } from '../../shared/commands/command-button.tsx'
import { useCommands, useShortcuts } from '../../shared/commands/commands-context.ts'
import { selectShowsGrid } from '../viewport/canvas-slice.ts'
import { useEditor } from '../editor/editor-context.ts'
import styles from './view-controls.module.css'

/** Zoom, fit, rotation and grid, at the right of the status line. */
export function ViewControls(): ReactElement {
  const t = useTranslate()
  const keys = useShortcuts()
  const commands = useCommands()
  const { viewport } = useEditor()
  const { zoom, rotation } = useObservable(viewport)
  const showsGrid = useSelector(selectShowsGrid)
  return (
    <div className={styles['row']}>
      <CommandButton command="view.grid" icon="grid" size="small" tooltipSide="top" pressed={showsGrid} />
      <CommandButton
        command={rotation === 0 ? 'view.rotateRight' : 'view.resetRotation'}
        icon="rotate"
        size="small"
        tooltipSide="top"
        pressed={rotation !== 0}
      />
      <CommandButton command="view.fit" icon="fit" size="small" tooltipSide="top" />
      <CommandButton command="view.zoomOut" icon="minus" size="small" tooltipSide="top" />
      <Tooltip text={t('view.actual')} shortcut={keys('view.actual')} side="top">
        <button type="button" className={styles['zoom']} onClick={() => commands.run('view.actual')}>
          {t('view.zoomLevel', { percent: Math.round(zoom * 100) })}
        </button>
      </Tooltip>
      <CommandButton command="view.zoomIn" icon="plus" size="small" tooltipSide="top" />
    </div>
  )
}
