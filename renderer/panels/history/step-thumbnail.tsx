import { useEffect, useRef, type ReactElement } from 'react'
import { useSelector } from 'react-redux'

import type { StepDescription } from '../../model/history/describe-step.ts'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import { classColours } from '../../painting/canvas/class-colours.ts'
import { paintLabels } from '../../painting/canvas/paint-labels.ts'
import styles from './history-panel.module.css'

/** Where a step painted, in the colours of its classes; it only decorates the words beside it. */
export function StepThumbnail({ thumbnail }: Pick<StepDescription, 'thumbnail'>): ReactElement {
  const classes = useSelector(selectClasses)
  const canvas = useRef<HTMLCanvasElement>(null)
  const { width, height, data } = thumbnail
  useEffect(() => {
    const image = new ImageData(width, height)
    const colours = classColours(classes, false)
    const whole = { x: 0, y: 0, width, height }
    paintLabels([{ data, opacity: 1 }], width, whole, colours, new Uint32Array(image.data.buffer))
    canvas.current?.getContext('2d')?.putImageData(image, 0, 0)
  }, [classes, width, height, data])
  return <canvas ref={canvas} width={width} height={height} className={styles['thumbnail']} aria-hidden="true" />
}
