import type Konva from 'konva'
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'
import { Group } from 'react-konva'

import { useEditor } from '../editor/editor-context.ts'
import { usePhotoScene } from './photo-scene-context.ts'

interface LabelsOverPhotoProps {
  /** Outlines hide nothing, so they may lie over a result. */
  readonly outlined: boolean
  readonly children: ReactNode
}

/**
 * Labels over a photo that is edited. They would tint what was made, so views of the result show them only while a stroke is
 * drawn and until there is a result.
 */
export function LabelsOverPhoto({ outlined, children }: LabelsOverPhotoProps): ReactElement {
  const scene = usePhotoScene()
  const { paint } = useEditor()
  const group = useRef<Konva.Group>(null)
  useEffect(() => {
    const update = (): void => {
      const isResult = scene.view.get().mode !== 'before' && scene.patches.get().length > 0
      group.current?.visible(outlined || !isResult || paint.busy.get())
    }
    update()
    const stops = [scene.view.subscribe(update), scene.patches.subscribe(update), paint.busy.subscribe(update)]
    return () => stops.forEach((stop) => stop())
  }, [scene, paint, outlined])
  return <Group ref={group}>{children}</Group>
}
