import type { ReactElement } from 'react'
import { Shape } from 'react-konva'

import type { DrawFigure } from '../layer-kinds/display-item.ts'

interface FigureNodeProps {
  readonly draw: DrawFigure
  readonly opacity: number
}

/** A layer of lines and points. */
export function FigureNode({ draw, opacity }: FigureNodeProps): ReactElement {
  return (
    <Shape
      opacity={opacity}
      listening={false}
      perfectDrawEnabled={false}
      sceneFunc={(context, shape) => draw(context, shape.getAbsoluteScale().x)}
    />
  )
}
