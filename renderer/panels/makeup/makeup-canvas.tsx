import { useEffect, useRef, type ReactElement } from 'react'

import { useTranslate } from '../../i18n/translation.tsx'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { PhotoSceneContext } from '../../painting/photo/photo-scene-context.ts'
import { PhotoStage } from '../../painting/photo/photo-stage.tsx'
import { useCommands } from '../../shared/commands/commands-context.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { Button } from '../../shared/ui/button.tsx'
import { useMakeUp } from './makeup-context.ts'
import styles from './makeup.module.css'

/** The photo, large, with a frame around each face where there are several. */
export function MakeUpCanvas(): ReactElement {
  const t = useTranslate()
  const studio = useMakeUp()
  const commands = useCommands()
  const { viewport } = useEditor()
  const photo = useObservable(studio.photo)
  if (photo === undefined)
    return (
      <div className={styles['empty']}>
        <p>{t('makeup.noPhoto')}</p>
        <Button tone="primary" onPress={() => commands.run('makeup.open')}>
          {t('makeup.openPhoto')}
        </Button>
      </div>
    )
  return (
    <PhotoSceneContext value={studio.scene}>
      <PhotoStage viewport={viewport} label={`${t('makeup.photo')}: ${photo.open.name}`} />
      <FaceFrames />
    </PhotoSceneContext>
  )
}

function FaceFrames(): ReactElement | null {
  const studio = useMakeUp()
  const faces = useObservable(studio.faces)
  if (faces.length < 2) return null
  return (
    <>
      {faces.map((box, index) => (
        <FaceFrame key={`${box.x} ${box.y}`} index={index} />
      ))}
    </>
  )
}

/** Follows the view without rendering React components, because it moves with every turn of the wheel. */
function FaceFrame({ index }: { readonly index: number }): ReactElement {
  const t = useTranslate()
  const studio = useMakeUp()
  const { viewport } = useEditor()
  const chosen = useObservable(studio.face) === index
  const box = useObservable(studio.faces)[index]
  const frame = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const place = (): void => {
      if (frame.current === null || box === undefined) return
      const { x, y, zoom, rotation } = viewport.get()
      const { style } = frame.current
      style.width = `${box.width * zoom}px`
      style.height = `${box.height * zoom}px`
      style.transform = `translate(${x}px, ${y}px) rotate(${rotation}rad) translate(${box.x * zoom}px, ${box.y * zoom}px)`
    }
    place()
    return viewport.subscribe(place)
  }, [viewport, box])
  return (
    <button
      ref={frame}
      type="button"
      className={styles['frame']}
      aria-label={t('makeup.faceNumber', { number: index + 1 })}
      aria-pressed={chosen}
      onClick={() => studio.face.set(index)}
    />
  )
}
