import { useEffect, useRef, type ReactElement } from 'react'

import type { ClassColours } from '../../painting/canvas/class-colours.ts'
import { colourAt } from '../../painting/canvas/class-colours.ts'

interface ClassSwatchProps {
  readonly classId: number
  readonly colours: ClassColours
  readonly className?: string | undefined
  /** Side in pixels of the drawing; CSS gives its size on screen. */
  readonly size?: number
}

/** A class's colour as the canvas draws it, hatch included. */
export function ClassSwatch({ classId, colours, className, size = 18 }: ClassSwatchProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const image = new ImageData(size, size)
    const pixels = new Uint32Array(image.data.buffer)
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) pixels[y * size + x] = colourAt(colours, classId, x, y)
    }
    canvas.current?.getContext('2d')?.putImageData(image, 0, 0)
  }, [classId, colours, size])
  return <canvas ref={canvas} width={size} height={size} className={className} aria-hidden="true" />
}
