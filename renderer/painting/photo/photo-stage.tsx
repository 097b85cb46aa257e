import { useEffect, useRef, type ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { SplitLine } from '../viewport/split-line.tsx'
import { wheelZoom } from '../viewport/wheel-zoom.ts'
import type { ViewportStore } from '../viewport/viewport-store.ts'
import { DetailReader } from './detail-reader.ts'
import { drawPhoto } from './draw-photo.ts'
import { usePhotoScene } from './photo-scene-context.ts'
import styles from './photo-stage.module.css'

interface PhotoStageProps {
  /** Its document is the photo at the photo's own size. */
  readonly viewport: ViewportStore
  readonly label: string
}

/**
 * A photo to look at where nothing is painted: the wheel zooms, dragging pans, a double click shows all of it. Workspaces that
 * paint show the same scene on the document's stage (photo-node.tsx).
 */
export function PhotoStage({ viewport, label }: PhotoStageProps): ReactElement {
  const t = useTranslate()
  const scene = usePhotoScene()
  const announcer = useAnnouncer()
  const area = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const photo = useObservable(scene.photo)
  const { mode, split } = useObservable(scene.view)

  useEffect(() => {
    if (photo !== undefined) viewport.showDocument(photo)
  }, [photo, viewport])

  useEffect(() => {
    const element = area.current
    if (element === null) return
    let frame: number | undefined
    const draw = (): void => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined
        if (canvas.current !== null) drawOn(canvas.current, viewport)
      })
    }
    const drawOn = (target: HTMLCanvasElement, { get }: ViewportStore): void => {
      const context = target.getContext('2d')
      const shown = scene.photo.get()
      const density = window.devicePixelRatio
      target.width = Math.round(target.clientWidth * density)
      target.height = Math.round(target.clientHeight * density)
      if (context === null || shown === undefined) return
      const { x, y, zoom, rotation } = get()
      context.setTransform(density, 0, 0, density, 0, 0)
      context.translate(x, y)
      context.rotate(rotation)
      context.scale(zoom, zoom)
      drawPhoto(context, scene, shown, zoom * density)
    }
    const observer = new ResizeObserver(() => {
      viewport.resize({ width: element.clientWidth, height: element.clientHeight })
      draw()
    })
    observer.observe(element)
    const zoom = (event: WheelEvent): void => {
      event.preventDefault()
      const box = element.getBoundingClientRect()
      const at = { x: event.clientX - box.left, y: event.clientY - box.top }
      viewport.zoomAt(at, wheelZoom(event.deltaY, event.ctrlKey))
    }
    element.addEventListener('wheel', zoom, { passive: false })
    const reader = new DetailReader({
      scene,
      viewport,
      document: () => scene.photo.get() ?? { width: 1, height: 1 },
      fail: (error) => announcer.fail(error),
    })
    const stops = [scene.subscribe(draw), viewport.subscribe(draw)]
    return () => {
      stops.forEach((stop) => stop())
      reader.dispose()
      observer.disconnect()
      element.removeEventListener('wheel', zoom)
      if (frame !== undefined) cancelAnimationFrame(frame)
    }
  }, [scene, viewport, announcer])

  return (
    <div
      ref={area}
      className={styles['stage']}
      tabIndex={0}
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget || event.target === canvas.current)
          event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={({ currentTarget, pointerId, movementX, movementY }) => {
        if (currentTarget.hasPointerCapture(pointerId)) viewport.pan({ x: movementX, y: movementY })
      }}
      onDoubleClick={() => viewport.fit()}
    >
      <canvas ref={canvas} className={styles['picture']} data-testid="photo-picture" />
      {mode === 'compare' && photo !== undefined ? (
        <SplitLine
          viewport={viewport}
          document={photo}
          split={split}
          label={t('views.split')}
          onMove={(share) => scene.change({ split: Math.min(1, Math.max(0, share)) })}
        />
      ) : null}
    </div>
  )
}
