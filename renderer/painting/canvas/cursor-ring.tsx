import { useEffect, useRef, type ReactElement } from 'react'
import { useStore } from 'react-redux'

import { useEditor } from '../editor/editor-context.ts'
import type { ToolsState } from '../tools/tools-slice.ts'
import { toolTable } from '../tools/tool-table.ts'
import styles from './canvas-area.module.css'
import type { CanvasInput } from './canvas-input.ts'

/** A smaller ring could not be seen; the platform's cross-hair is shown in any case. */
const SMALLEST_RING = 5

/** A circle of the brush's size that follows the pointer without rendering React components. */
export function CursorRing({ input }: { readonly input: CanvasInput }): ReactElement {
  const { tools, viewport } = useEditor()
  const store = useStore<{ readonly tools: ToolsState }>()
  const ring = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = (): void => {
      const element = ring.current
      const at = input.hover.get()
      if (element === null) return
      const tool = toolTable[tools.active.get()]
      const diameter = tool.diameter === undefined ? 0 : store.getState().tools.settings[tool.diameter]
      const size = diameter * viewport.get().zoom
      const shown = at !== undefined && tool.cursor === 'brush' && size >= SMALLEST_RING
      element.style.display = shown ? 'block' : 'none'
      if (!shown) return
      element.style.width = element.style.height = `${size}px`
      element.style.transform = `translate(${at.x - size / 2}px, ${at.y - size / 2}px)`
    }
    place()
    const stops = [
      input.hover.subscribe(place),
      viewport.subscribe(place),
      tools.active.subscribe(place),
      store.subscribe(place),
    ]
    return () => stops.forEach((stop) => stop())
  }, [input, tools, viewport, store])
  return <div ref={ring} className={styles['ring']} />
}
