import type Konva from 'konva'
import { useEffect, useRef, type ReactElement } from 'react'
import { Shape } from 'react-konva'

import type { ImageSize } from '../../../electron/contract/image-size.ts'
import { useAnnouncer } from '../../shared/notices/announcer-context.ts'
import { useEditor } from '../editor/editor-context.ts'
import { DetailReader } from './detail-reader.ts'
import { drawPhoto } from './draw-photo.ts'
import { usePhotoScene } from './photo-scene-context.ts'

/** The photo that the document edits on the stage, before or after, with real pixels where the view is close. */
export function PhotoNode({ width, height, opacity }: ImageSize & { readonly opacity: number }): ReactElement {
  const scene = usePhotoScene()
  const announcer = useAnnouncer()
  const { viewport } = useEditor()
  const node = useRef<Konva.Shape>(null)
  useEffect(() => scene.subscribe(() => node.current?.getLayer()?.batchDraw()), [scene])
  useEffect(() => {
    const reader = new DetailReader({
      scene,
      viewport,
      document: () => ({ width, height }),
      fail: (error) => announcer.fail(error),
    })
    return () => reader.dispose()
  }, [scene, viewport, announcer, width, height])
  return (
    <Shape
      ref={node}
      opacity={opacity}
      listening={false}
      perfectDrawEnabled={false}
      sceneFunc={({ _context: context }, shape) =>
        drawPhoto(context, scene, { width, height }, shape.getAbsoluteScale().x * window.devicePixelRatio)
      }
    />
  )
}
