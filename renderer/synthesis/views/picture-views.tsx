import { useEffect, type ReactElement } from 'react'
import { useDispatch, useSelector } from 'react-redux'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Slider } from '../../shared/ui/slider.tsx'
import { useExemplars } from '../exemplars/exemplars-context.ts'
import { useResults } from '../results/results-context.ts'
import { drawDoubt, drawPicture } from './draw-picture.ts'
import { ExemplarView } from './exemplar-view.tsx'
import { PictureSheet } from './picture-sheet.tsx'
import { SplitHandle } from './split-handle.tsx'
import styles from './views.module.css'
import { overlayOpacityChanged, selectViews } from './views-slice.ts'

/**
 * What lies over the painted layout in the chosen view. The pointer goes through it, so painting works in every view.
 */
export function PictureViews(): ReactElement | null {
  const t = useTranslate()
  const dispatch = useDispatch()
  const { mode, overlayOpacity, split } = useSelector(selectViews)
  useCanvasShare(mode === 'side')
  if (mode === 'layout') return null
  if (mode === 'exemplar') return <ExemplarView />
  if (mode === 'side')
    return (
      <div className={styles['right']}>
        <Sheets label={t('views.result')} showsEmpty />
      </div>
    )
  return (
    <div className={styles['layer']}>
      {mode === 'warp' ? (
        <Warp />
      ) : (
        <Sheets
          label={t('views.result')}
          opacity={mode === 'overlay' ? overlayOpacity : 1}
          from={mode === 'compare' ? split : 0}
        />
      )}
      {mode === 'compare' ? <SplitHandle /> : null}
      {mode === 'overlay' ? (
        <div className={styles['floating']}>
          <Slider
            label={t('layers.opacity')}
            value={Math.round(overlayOpacity * 100)}
            min={0}
            max={100}
            unit="%"
            onChange={(percent) => dispatch(overlayOpacityChanged(percent / 100))}
          />
        </div>
      ) : null}
    </div>
  )
}

interface SheetsProps {
  readonly label: string
  readonly opacity?: number
  readonly from?: number
  readonly showsEmpty?: boolean
}

function Sheets({ label, opacity = 1, from = 0, showsEmpty = false }: SheetsProps): ReactElement | null {
  const t = useTranslate()
  const results = useResults()
  const { active } = useExemplars()
  const picture = useObservable(results.picture)
  const warp = useObservable(results.warp)
  const status = useObservable(active.status)
  const shown = picture?.image ?? warp
  if (shown === undefined) {
    if (!showsEmpty) return null
    return (
      <div className={styles['empty']}>
        <EmptyState icon="result" text={t(status.kind === 'none' ? 'views.noExemplar' : 'views.noResult')} />
      </div>
    )
  }
  return (
    <>
      <PictureSheet
        value={shown}
        draw={drawPicture}
        opacity={opacity}
        from={from}
        label={label}
        testId="result-picture"
      />
      <Doubt from={from} />
    </>
  )
}

function Warp(): ReactElement | null {
  const t = useTranslate()
  const warp = useObservable(useResults().warp)
  if (warp === undefined) return null
  return (
    <>
      <PictureSheet value={warp} draw={drawPicture} label={t('views.warp')} testId="warp-picture" />
      <Doubt />
    </>
  )
}

/** Where the match was not sure. */
function Doubt({ from = 0 }: { readonly from?: number }): ReactElement | null {
  const t = useTranslate()
  const confidence = useObservable(useResults().confidence)
  const { showsConfidence } = useSelector(selectViews)
  if (!showsConfidence || confidence === undefined) return null
  return <PictureSheet value={confidence} draw={drawDoubt} from={from} label={t('inspector.confidenceOverlay')} />
}

/** Leaves the canvas area only the left half; it adapts itself when it is resized. */
function useCanvasShare(half: boolean): void {
  useEffect(() => {
    const { style } = document.documentElement
    if (half) style.setProperty('--canvas-right', '50%')
    else style.removeProperty('--canvas-right')
    return () => {
      style.removeProperty('--canvas-right')
    }
  }, [half])
}
