import { useEffect, useRef, type ReactElement } from 'react'
import { useSelector } from 'react-redux'

import { classColours } from '../../painting/canvas/class-colours.ts'
import { paintLabels } from '../../painting/canvas/paint-labels.ts'
import { useEditor } from '../../painting/editor/editor-context.ts'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import type { LabelRaster } from '../../model/raster/label-raster.ts'

const SIDE = 56
/** A preview may come this much later than the stroke. */
const REFRESH_MS = 300

/** A small picture of one label layer. */
export function LabelPreview({
  layerId,
  className,
}: {
  readonly layerId: string
  readonly className?: string | undefined
}): ReactElement {
  const { rasters } = useEditor()
  const classes = useSelector(selectClasses)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let timer: number | undefined
    const colours = classColours(classes, false)
    const draw = (): void => {
      timer = undefined
      const raster = rasters.get(layerId)
      const context = canvas.current?.getContext('2d')
      if (raster === undefined || context === undefined || context === null) return
      const { data, width, height } = reduced(raster)
      const image = new ImageData(width, height)
      const whole = { x: 0, y: 0, width, height }
      paintLabels([{ data, opacity: 1 }], width, whole, colours, new Uint32Array(image.data.buffer))
      context.canvas.width = width
      context.canvas.height = height
      context.putImageData(image, 0, 0)
    }
    draw()
    const stop = rasters.subscribe((change) => {
      if (change.layerId === layerId) timer ??= window.setTimeout(draw, REFRESH_MS)
    })
    return () => {
      stop()
      window.clearTimeout(timer)
    }
  }, [rasters, layerId, classes])
  return <canvas ref={canvas} className={className} aria-hidden="true" />
}

/** Every n-th pixel, the longer side at most `SIDE`. */
function reduced({ width, height, data }: LabelRaster): LabelRaster {
  const scale = SIDE / Math.max(width, height)
  const small = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const ids = Uint8Array.from({ length: small.width * small.height }, (_, index) => {
    const x = Math.floor(((index % small.width) + 0.5) / scale)
    const y = Math.floor((Math.floor(index / small.width) + 0.5) / scale)
    return data[Math.min(height - 1, y) * width + Math.min(width - 1, x)] ?? 0
  })
  return { ...small, data: ids }
}
