import type Konva from 'konva'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { Image } from 'react-konva'

import { useEditor } from '../editor/editor-context.ts'
import type { ClassColours } from './class-colours.ts'
import type { ShownLabels } from '../layer-kinds/display-item.ts'
import { LabelSurface } from './label-surface.ts'

interface LabelNodeProps {
  readonly layers: readonly ShownLabels[]
  readonly width: number
  readonly height: number
  readonly colours: ClassColours
  /** Only the borders of classes are shown. */
  readonly outlined?: boolean
}

/** A run of label layers on the stage. It renders when layers or colours change, never when pixels do. */
export function LabelNode({ layers, width, height, colours, outlined = false }: LabelNodeProps): ReactElement | null {
  const { rasters } = useEditor()
  const node = useRef<Konva.Image>(null)
  const [canvas, setCanvas] = useState<HTMLCanvasElement>()
  // The plan is rebuilt with every change of the document; only different values need a new surface.
  const [shown, setShown] = useState(layers)
  if (shown !== layers && !sameLayers(shown, layers)) setShown(layers)
  useEffect(() => {
    const surface = new LabelSurface({
      rasters,
      layers: shown,
      width,
      height,
      colours,
      outlined,
      onDrawn: () => node.current?.getLayer()?.batchDraw(),
    })
    setCanvas(surface.canvas)
    return () => surface.dispose()
  }, [rasters, shown, width, height, colours, outlined])
  return canvas === undefined ? null : <Image ref={node} image={canvas} listening={false} perfectDrawEnabled={false} />
}

function sameLayers(some: readonly ShownLabels[], others: readonly ShownLabels[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ layerId, opacity }, index) => others[index]?.layerId === layerId && others[index].opacity === opacity)
  )
}
