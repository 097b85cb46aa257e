import type Konva from 'konva'
import { useEffect, useRef, type ReactElement } from 'react'
import { Layer, Shape } from 'react-konva'
import { useSelector } from 'react-redux'

import { selectDocument } from '../../model/document/document-selectors.ts'
import { useEditor } from '../editor/editor-context.ts'
import { selectionOutline, type OutlineSegment } from '../../model/selection/selection-outline.ts'
import { selectToolSettings } from '../tools/tools-slice.ts'
import { selectShowsGrid } from '../viewport/canvas-slice.ts'
import { drawOverlay } from './draw-overlay.ts'

/** Time between two steps of the marching ants. */
const ANTS_MS = 90

/** Selection, pixel grid, symmetry axis and the active tool's shape; drawn when one of them changes. */
export function OverlayLayer(): ReactElement {
  const { viewport, selection, overlay } = useEditor()
  const layer = useRef<Konva.Layer>(null)
  const outline = useRef<readonly OutlineSegment[]>([])
  const dashOffset = useRef(0)
  const { width, height } = useSelector(selectDocument)
  const { symmetry } = useSelector(selectToolSettings)
  const grid = useSelector(selectShowsGrid)

  useEffect(() => {
    const draw = (): void => {
      layer.current?.batchDraw()
    }
    const traceSelection = (): void => {
      const mask = selection.get()
      outline.current = mask === undefined ? [] : selectionOutline(mask)
      draw()
    }
    traceSelection()
    const stops = [viewport.subscribe(draw), overlay.subscribe(draw), selection.subscribe(traceSelection)]
    return () => stops.forEach((stop) => stop())
  }, [viewport, overlay, selection])

  useEffect(() => {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const timer = window.setInterval(() => {
      if (outline.current.length === 0) return
      dashOffset.current = (dashOffset.current + 1) % 8
      layer.current?.batchDraw()
    }, ANTS_MS)
    return () => window.clearInterval(timer)
  }, [])

  return (
    <Layer ref={layer} listening={false}>
      <Shape
        listening={false}
        sceneFunc={(context) =>
          drawOverlay(context, {
            viewport: viewport.get(),
            document: { width, height },
            outline: outline.current,
            dashOffset: dashOffset.current,
            shape: overlay.get(),
            symmetry,
            grid,
          })
        }
      />
    </Layer>
  )
}
