import type { ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { IconButton } from '../../shared/ui/icon-button.tsx'
import { Tooltip } from '../../shared/ui/tooltip.tsx'
import { useShortcuts } from '../../shared/commands/commands-context.ts'
import { gridToggled, selectShowsGrid } from '../viewport/canvas-slice.ts'
import { useEditor } from '../editor/editor-context.ts'
import styles from './view-controls.module.css'

const ROTATION_STEP = Math.PI / 12

/** Zoom, fit, rotation and grid, at the right of the status line. */
export function ViewControls(): ReactElement {
  const t = useTranslate()
  const keys = useShortcuts()
  const dispatch = useDispatch()
  const { viewport } = useEditor()
  const { zoom, rotation } = useObservable(viewport)
  const showsGrid = useSelector(selectShowsGrid)
  return (
    <div className={styles['row']}>
      <IconButton
        size="small"
        icon="grid"
        label={t('view.grid')}
        shortcut={keys('view.grid')}
        pressed={showsGrid}
        tooltipSide="top"
        onPress={() => dispatch(gridToggled())}
      />
      <IconButton
        size="small"
        icon="rotate"
        label={rotation === 0 ? t('view.rotateRight') : t('view.resetRotation')}
        shortcut={keys(rotation === 0 ? 'view.rotateRight' : 'view.resetRotation')}
        pressed={rotation !== 0}
        tooltipSide="top"
        onPress={() => (rotation === 0 ? viewport.rotate(ROTATION_STEP) : viewport.resetRotation())}
      />
      <IconButton
        size="small"
        icon="fit"
        label={t('view.fit')}
        shortcut={keys('view.fit')}
        tooltipSide="top"
        onPress={() => viewport.fit()}
      />
      <IconButton
        size="small"
        icon="minus"
        label={t('view.zoomOut')}
        shortcut={keys('view.zoomOut')}
        tooltipSide="top"
        onPress={() => viewport.zoomStep(-1)}
      />
      <Tooltip text={t('view.actual')} shortcut={keys('view.actual')} side="top">
        <button type="button" className={styles['zoom']} onClick={() => viewport.actualSize()}>
          {t('view.zoomLevel', { percent: Math.round(zoom * 100) })}
        </button>
      </Tooltip>
      <IconButton
        size="small"
        icon="plus"
        label={t('view.zoomIn')}
        shortcut={keys('view.zoomIn')}
        tooltipSide="top"
        onPress={() => viewport.zoomStep(1)}
      />
    </div>
  )
}
