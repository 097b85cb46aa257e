import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useDispatch } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { dialogClosed } from '../../shared/dialogs/dialog-slice.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import { Switch } from '../../shared/ui/switch.tsx'
import type { PhotoEdgeChoice } from '../../synthesis/edges/photo-edges.ts'
import { useFindPhotoEdges } from './photo-edges-context.ts'
import styles from './photo-edges-dialog.module.css'

/** The thresholds that packs of edges were trained with. */
const start: PhotoEdgeChoice = { parts: true, canny: true, low: 0.1, high: 0.2 }

/** Asks which edges of the reference photo become lines, and draws them on an edge layer of their own. */
export function PhotoEdgesDialog(): ReactElement {
  const t = useTranslate()
  const dispatch = useDispatch()
  const announcer = useAnnouncer()
  const { layers } = useEditor()
  const find = useFindPhotoEdges()
  const [choice, setChoice] = useState(start)
  const [working, setWorking] = useState(false)
  const ending = useRef<AbortController>(undefined)
  useEffect(() => () => ending.current?.abort(), [])
  const change = (part: Partial<PhotoEdgeChoice>): void => setChoice({ ...choice, ...part })
  const close = (): void => void dispatch(dialogClosed())
  const draw = async (): Promise<void> => {
    const controller = new AbortController()
    ending.current = controller
    setWorking(true)
    const strokes = await announcer.attempt(async () => find(choice, controller.signal))
    if (controller.signal.aborted) return
    setWorking(false)
    if (strokes === undefined) return
    if (strokes.length === 0) {
      announcer.tell('info', 'lines.fromPhotoNothing')
      return
    }
    layers.addLines(t('layer.kind.lines'), strokes)
    close()
  }
  return (
    <Dialog
      title={t('lines.fromPhotoTitle')}
      width={420}
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{t('shell.cancel')}</Button>
          <Button
            tone="primary"
            focusOnShow
            disabled={working || (!choice.parts && !choice.canny)}
            onPress={() => void draw()}
          >
            {t(working ? 'lines.fromPhotoWorking' : 'lines.fromPhotoDraw')}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <Switch label={t('lines.fromPhotoParts')} checked={choice.parts} onChange={(parts) => change({ parts })} />
        <Switch label={t('lines.fromPhotoCanny')} checked={choice.canny} onChange={(canny) => change({ canny })} />
        {choice.canny ? (
          <>
            <Slider
              label={t('lines.fromPhotoHigh')}
              value={Math.round(100 * choice.high)}
              min={2}
              max={80}
              unit=" %"
              onChange={(high) => change({ high: high / 100 })}
            />
            <Slider
              label={t('lines.fromPhotoLow')}
              value={Math.round(100 * choice.low)}
              min={1}
              max={60}
              unit=" %"
              onChange={(low) => change({ low: low / 100 })}
            />
          </>
        ) : null}
      </div>
    </Dialog>
  )
}
