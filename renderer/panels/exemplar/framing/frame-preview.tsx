import { useEffect, useRef, type PointerEvent as ReactPointerEvent, type ReactElement } from 'react'

import type { PhotoFrame } from '../../../../electron/contract/exemplar-library.ts'
import type { RgbImage } from '../../../../electron/contract/rgb-image.ts'
import { useTranslate } from '../../../i18n/translation.tsx'
import { pictureCanvas } from '../../../painting/pictures/picture-canvas.ts'
import styles from './frame-preview.module.css'
import { movedFrame, resizedFrame } from './photo-frame.ts'

interface FramePreviewProps {
  readonly photo: RgbImage
  readonly frame: PhotoFrame
  readonly onChange: (frame: PhotoFrame) => void
}

/** One press of an arrow key, as a share of the photo. */
const KEY_STEP = 0.02

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-KEY_STEP, 0],
  ArrowRight: [KEY_STEP, 0],
  ArrowUp: [0, -KEY_STEP],
  ArrowDown: [0, KEY_STEP],
}

/** The turned photo with its box: drag the box to move it, its corner to size it; arrow keys do the same, with Shift. */
export function FramePreview({ photo, frame, onChange }: FramePreviewProps): ReactElement {
  const t = useTranslate()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { angle } = frame
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (context === undefined || context === null) return
    const { width, height } = photo
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, width, height)
    context.translate(width / 2, height / 2)
    context.rotate((angle * Math.PI) / 180)
    context.drawImage(pictureCanvas(photo), -width / 2, -height / 2)
  }, [photo, angle])
  const drag = (event: ReactPointerEvent<HTMLElement>, change: typeof movedFrame): void => {
    event.preventDefault()
    event.stopPropagation()
    const area = canvas.current?.getBoundingClientRect()
    if (area === undefined) return
    const handle = event.currentTarget
    const { clientX, clientY, pointerId } = event
    handle.setPointerCapture(pointerId)
    const ending = new AbortController()
    const listening = { signal: ending.signal }
    const move = (now: PointerEvent): void =>
      onChange(change(frame, (now.clientX - clientX) / area.width, (now.clientY - clientY) / area.height))
    handle.addEventListener('pointermove', move, listening)
    handle.addEventListener('lostpointercapture', () => ending.abort(), listening)
  }
  return (
    <div className={styles['area']}>
      <canvas ref={canvas} width={photo.width} height={photo.height} className={styles['photo']} />
      <div
        className={styles['box']}
        role="group"
        tabIndex={0}
        aria-label={t('exemplar.frameBox')}
        style={{
          left: `${100 * frame.x}%`,
          top: `${100 * frame.y}%`,
          width: `${100 * frame.width}%`,
          height: `${100 * frame.height}%`,
        }}
        onPointerDown={(event) => drag(event, movedFrame)}
        onKeyDown={(event) => {
          const by = directions[event.key]
          if (by === undefined) return
          event.preventDefault()
          onChange((event.shiftKey ? resizedFrame : movedFrame)(frame, ...by))
        }}
      >
        <span className={styles['corner']} onPointerDown={(event) => drag(event, resizedFrame)} />
      </div>
    </div>
  )
}
