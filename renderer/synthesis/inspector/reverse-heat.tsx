import { useLayoutEffect, useRef, type ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { useInspector } from './inspector-context.ts'
import { drawHeat, drawPicture } from '../views/draw-picture.ts'
import styles from './inspector.module.css'

/** Where in the picture a clicked place of the exemplar was used. */
export function ReverseHeat(): ReactElement | null {
  const t = useTranslate()
  const reverse = useObservable(useInspector().reverse)
  const photo = useRef<HTMLCanvasElement>(null)
  const heat = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    if (reverse?.kind !== 'done') return
    if (photo.current !== null) drawPicture(photo.current, reverse.picture.image)
    if (heat.current !== null) drawHeat(heat.current, reverse.heat)
  }, [reverse])
  if (reverse === undefined) return null
  if (reverse.kind === 'asking')
    return <p className={styles['hint']}>{t('inspector.asking', { percent: Math.round(100 * reverse.progress) })}</p>
  return (
    <>
      <p className={styles['hint']}>{t('inspector.reverse')}</p>
      <div className={styles['stage']}>
        <canvas ref={photo} className={`${styles['photo'] ?? ''} ${styles['dimmed'] ?? ''}`} />
        <canvas
          ref={heat}
          className={styles['heat']}
          role="img"
          aria-label={t('inspector.reverse')}
          data-testid="reverse-heat"
        />
      </div>
    </>
  )
}
