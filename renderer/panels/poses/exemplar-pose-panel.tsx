import { useEffect, useRef, type ReactElement } from 'react'

import { LIMBS } from '../../../electron/contract/poses/body-18.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { useTranslate } from '../../i18n/translation.tsx'
import { pictureCanvas } from '../../painting/pictures/picture-canvas.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { posedIn } from '../../synthesis/conditions/pose-drawing.ts'
import { useExemplars } from '../../synthesis/exemplars/exemplars-context.ts'
import styles from './pose-panel.module.css'

/**
 * The photo that gives clothes and looks, with the skeleton found in it: where that is wrong, the picture is wrong too.
 */
export function ExemplarPosePanel(): ReactElement {
  const t = useTranslate()
  const status = useObservable(useExemplars().active.status)
  if (status.kind === 'failed') return <p className={styles['text']}>{status.message}</p>
  if (status.kind !== 'ready') return <p className={styles['text']}>{t('people.noExemplarPose')}</p>
  const { exemplar, image } = status.ready
  const pose = posedIn(exemplar.condition)
  return (
    <>
      <figure className={styles['exemplar']} aria-label={t('people.exemplarPose')}>
        <Photo image={image} />
        {pose === undefined ? null : (
          <svg viewBox={`0 0 ${String(pose.width)} ${String(pose.height)}`} data-testid="exemplar-skeleton">
            {LIMBS.map(([from, to], limb) => {
              const start = pose.points[from] ?? null
              const end = pose.points[to] ?? null
              if (start === null || end === null) return null
              return (
                <line
                  key={limb}
                  x1={start[0]}
                  y1={start[1]}
                  x2={end[0]}
                  y2={end[1]}
                  stroke={`hsl(${String(Math.round((360 * limb) / LIMBS.length))} 90% 50%)`}
                  strokeWidth={Math.max(pose.width, pose.height) / 90}
                  strokeLinecap="round"
                />
              )
            })}
          </svg>
        )}
      </figure>
      <p className={styles['text']}>{t('people.notInPhotos')}</p>
    </>
  )
}

function Photo({ image }: { readonly image: RgbImage }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(pictureCanvas(image), 0, 0)
  }, [image])
  return <canvas ref={canvas} width={image.width} height={image.height} aria-hidden="true" />
}
