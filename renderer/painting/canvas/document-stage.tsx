import type Konva from 'konva'
import { useEffect, useMemo, useRef, type ReactElement } from 'react'
import { Group, Layer, Rect, Stage } from 'react-konva'
import { useSelector } from 'react-redux'

import { selectDocument } from '../../model/document/document-selectors.ts'
import { withDragged } from '../editor/handle-drag.ts'
import { useObservable } from '../../shared/lib/use-observable.ts'
import { useEditor } from '../editor/editor-context.ts'
import { selectClasses } from '../../model/palette/palette-selectors.ts'
import { selectHatching } from '../../preferences/preferences-slice.ts'
import { classColours, markColours } from './class-colours.ts'
import { displayPlan } from './display-plan.ts'
import { FigureNode } from './figure-node.tsx'
import { LabelNode } from './label-node.tsx'
import { LivePictureNode } from './live-picture-node.tsx'
import { LabelsOverPhoto } from '../photo/labels-over-photo.tsx'
import { PhotoNode } from '../photo/photo-node.tsx'
import { selectLabelStyle } from '../viewport/canvas-slice.ts'
import { OverlayLayer } from './overlay-layer.tsx'
import { PictureNode } from './picture-node.tsx'

interface DocumentStageProps {
  /** Of the area, in CSS pixels. */
  readonly width: number
  readonly height: number
}

/** The document on a Konva stage of two canvases: the painted layers, and what lies over them. */
export function DocumentStage({ width, height }: DocumentStageProps): ReactElement {
  const { viewport, handles } = useEditor()
  const committed = useSelector(selectDocument)
  const dragged = useObservable(handles.dragged)
  const document = useMemo(() => withDragged(committed, dragged), [committed, dragged])
  const classes = useSelector(selectClasses)
  const hatching = useSelector(selectHatching)
  const group = useRef<Konva.Group>(null)
  const style = useSelector(selectLabelStyle)
  // Styles such as outlines apply only to labels over a photo.
  const overPhoto = useMemo(() => displayPlan(document).some(({ kind }) => kind === 'scene'), [document])
  const hatched = hatching || (overPhoto && style === 'hatch')
  const colours = useMemo(() => classColours(classes, hatched), [classes, hatched])
  const plan = useMemo(() => displayPlan(document), [document])
  const backdrop = classes.find(({ id }) => id === document.backdropClassId)?.colour ?? [96, 96, 96]

  useEffect(() => {
    const place = (): void => {
      const { x, y, zoom, rotation } = viewport.get()
      group.current?.setAttrs({ x, y, scaleX: zoom, scaleY: zoom, rotation: (rotation * 180) / Math.PI })
      const layer = group.current?.getLayer()
      // Enlarged labels keep hard pixel edges; reduced ones would flicker without smoothing.
      layer?.imageSmoothingEnabled(zoom < 1)
      layer?.batchDraw()
    }
    place()
    return viewport.subscribe(place)
  }, [viewport])

  return (
    <Stage width={width} height={height} listening={false}>
      <Layer listening={false}>
        <Group ref={group}>
          <Rect
            width={document.width}
            height={document.height}
            fill={`rgb(${backdrop.join(' ')})`}
            stroke="rgb(0 0 0 / 45%)"
            strokeWidth={2}
            strokeScaleEnabled={false}
          />
          {plan.map((item) => {
            const size = { width: document.width, height: document.height }
            if (item.kind === 'labels') {
              const outlined = overPhoto && style === 'outline'
              const labels = (
                <LabelNode key={item.key} layers={item.layers} colours={colours} outlined={outlined} {...size} />
              )
              if (!overPhoto) return labels
              return (
                <LabelsOverPhoto key={item.key} outlined={outlined}>
                  {labels}
                </LabelsOverPhoto>
              )
            }
            if (item.kind === 'live') {
              return <LivePictureNode key={item.key} source={item.source} opacity={item.opacity} {...size} />
            }
            if (item.kind === 'scene') return <PhotoNode key={item.key} opacity={item.opacity} {...size} />
            if (item.kind === 'tinted') {
              const layers = [{ layerId: item.layerId, opacity: item.opacity }]
              return <LabelNode key={item.key} layers={layers} colours={markColours(item.colour)} {...size} />
            }
            if (item.kind === 'figure') return <FigureNode key={item.key} draw={item.draw} opacity={item.opacity} />
            return <PictureNode key={item.key} pictureId={item.pictureId} opacity={item.opacity} {...size} />
          })}
        </Group>
      </Layer>
      <OverlayLayer />
    </Stage>
  )
}
