import { useLayoutEffect, useRef, type ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { useExemplars } from '../exemplars/exemplars-context.ts'
import { drawPicture } from './draw-picture.ts'
import styles from './views.module.css'

/** Only the chosen photo, also while classes take their style from other photos. */
export function ExemplarView(): ReactElement {
  const t = useTranslate()
  const status = useObservable(useExemplars().active.status)
  const canvas = useRef<HTMLCanvasElement>(null)
  const image = status.kind === 'ready' ? status.ready.photo : undefined
  useLayoutEffect(() => {
    if (canvas.current !== null && image !== undefined) drawPicture(canvas.current, image)
  }, [image])
  return (
    <div className={styles['cover']}>
      {image === undefined ? (
        <EmptyState icon="exemplar" text={t(status.kind === 'loading' ? 'exemplar.loading' : 'views.noExemplar')} />
      ) : (
        <canvas ref={canvas} className={styles['whole']} role="img" aria-label={t('views.exemplar')} />
      )}
    </div>
  )
}
