import type { Point } from '../../model/raster/geometry.ts'
import type { OutlineSegment } from '../../model/selection/selection-outline.ts'
import type { OverlayShape } from '../tools/overlay-shape.ts'
import type { SymmetryMode } from '../paint/symmetry.ts'
import { toScreen, type Size, type Viewport } from '../viewport/viewport.ts'
import { overlayColours } from './overlay-colours.ts'
import { tracePath, type PathContext } from './trace-path.ts'

/** What the overlay needs of a canvas context; Konva's scene context has it too. */
export type OverlayContext = PathContext &
  Pick<
    CanvasRenderingContext2D,
    'save' | 'restore' | 'stroke' | 'fill' | 'setLineDash' | 'arc' | 'drawImage' | 'transform'
  > & {
    strokeStyle: CanvasRenderingContext2D['strokeStyle']
    fillStyle: CanvasRenderingContext2D['fillStyle']
    lineWidth: number
    lineDashOffset: number
    imageSmoothingEnabled: boolean
  }

export interface OverlayScene {
  readonly viewport: Viewport
  readonly document: Size
  readonly outline: readonly OutlineSegment[]
  /** Moves the ants, in CSS pixels. */
  readonly dashOffset: number
  readonly shape: OverlayShape | undefined
  readonly symmetry: SymmetryMode
  readonly grid: boolean
}

/** Pixels must be this large on screen before a grid helps. */
export const GRID_ZOOM = 8

/** Draws everything over the document in CSS pixels, so that lines stay thin at any zoom. */
export function drawOverlay(context: OverlayContext, scene: OverlayScene): void {
  const place = (point: Point): Point => toScreen(scene.viewport, point)
  if (scene.grid && scene.viewport.zoom >= GRID_ZOOM) drawGrid(context, scene, place)
  drawSymmetry(context, scene, place)
  drawOutline(context, scene, place)
  if (scene.shape !== undefined) drawShape(context, scene.shape, scene.viewport, place)
}

function drawGrid(context: OverlayContext, { document }: OverlayScene, place: (point: Point) => Point): void {
  context.beginPath()
  for (let x = 0; x <= document.width; x += 1)
    tracePath(
      context,
      [
        { x, y: 0 },
        { x, y: document.height },
      ].map(place),
      false,
    )
  for (let y = 0; y <= document.height; y += 1)
    tracePath(
      context,
      [
        { x: 0, y },
        { x: document.width, y },
      ].map(place),
      false,
    )
  stroke(context, overlayColours.grid, 1)
}

function drawSymmetry(
  context: OverlayContext,
  { document, symmetry }: OverlayScene,
  place: (point: Point) => Point,
): void {
  if (symmetry === 'none') return
  const x = document.width / 2
  const y = document.height / 2
  context.beginPath()
  if (symmetry !== 'horizontal')
    tracePath(
      context,
      [
        { x, y: 0 },
        { x, y: document.height },
      ].map(place),
      false,
    )
  if (symmetry !== 'vertical')
    tracePath(
      context,
      [
        { x: 0, y },
        { x: document.width, y },
      ].map(place),
      false,
    )
  context.save()
  stroke(context, overlayColours.dark, 1)
  context.setLineDash([6, 4])
  stroke(context, overlayColours.accent, 1)
  context.restore()
}

/** Marching ants: dark dashes over a light line. */
function drawOutline(
  context: OverlayContext,
  { outline, dashOffset }: OverlayScene,
  place: (point: Point) => Point,
): void {
  if (outline.length === 0) return
  context.beginPath()
  for (const [x0, y0, x1, y1] of outline) tracePath(context, [place({ x: x0, y: y0 }), place({ x: x1, y: y1 })], false)
  context.save()
  stroke(context, overlayColours.light, 1)
  context.setLineDash([4, 4])
  context.lineDashOffset = dashOffset
  stroke(context, overlayColours.dark, 1)
  context.restore()
}

function drawShape(
  context: OverlayContext,
  shape: OverlayShape,
  viewport: Viewport,
  place: (point: Point) => Point,
): void {
  switch (shape.kind) {
    case 'path':
      outlined(context, () => tracePath(context, shape.points.map(place), shape.closed))
      if (shape.corners) shape.points.slice(0, -1).forEach((corner) => dot(context, place(corner)))
      return
    case 'rectangle':
      outlined(context, () => tracePath(context, boxCorners(shape.box).map(place), true))
      return
    case 'ellipse':
      outlined(context, () => tracePath(context, ellipsePoints(shape.box).map(place), true))
      return
    case 'dots':
      for (const point of shape.points) dot(context, place(point), shape.accent ? overlayColours.accent : undefined)
      return
    case 'several':
      for (const part of shape.shapes) drawShape(context, part, viewport, place)
      return
    case 'highlight':
      drawMask(context, shape, viewport)
  }
}

const maskCanvases = new WeakMap<Uint8Array, HTMLCanvasElement>()

function drawMask(
  context: OverlayContext,
  shape: Extract<OverlayShape, { kind: 'highlight' }>,
  viewport: Viewport,
): void {
  const canvas = maskCanvases.get(shape.mask) ?? maskCanvas(shape)
  maskCanvases.set(shape.mask, canvas)
  const cosine = Math.cos(viewport.rotation) * viewport.zoom
  const sine = Math.sin(viewport.rotation) * viewport.zoom
  context.save()
  context.transform(cosine, sine, -sine, cosine, viewport.x, viewport.y)
  context.imageSmoothingEnabled = false
  context.drawImage(canvas, 0, 0)
  context.restore()
}

function maskCanvas({ width, height, mask }: Extract<OverlayShape, { kind: 'highlight' }>): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const image = new ImageData(width, height)
  mask.forEach((inside, index) => {
    if (inside === 1) image.data.set(overlayColours.accentFill, index * 4)
  })
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return canvas
}

function outlined(context: OverlayContext, trace: () => void): void {
  context.beginPath()
  trace()
  stroke(context, overlayColours.dark, 3)
  stroke(context, overlayColours.light, 1)
}

function dot(context: OverlayContext, at: Point, fill: string = overlayColours.light): void {
  context.beginPath()
  context.arc(at.x, at.y, 4, 0, 2 * Math.PI)
  context.fillStyle = fill
  context.fill()
  stroke(context, overlayColours.dark, 1)
}

function stroke(context: OverlayContext, style: string, width: number): void {
  context.strokeStyle = style
  context.lineWidth = width
  context.stroke()
}

function boxCorners({ from, to }: { readonly from: Point; readonly to: Point }): Point[] {
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }]
}

function ellipsePoints({ from, to }: { readonly from: Point; readonly to: Point }): Point[] {
  return Array.from({ length: 72 }, (_, index) => {
    const angle = (index / 72) * 2 * Math.PI
    return {
      x: (from.x + to.x) / 2 + (Math.cos(angle) * (to.x - from.x)) / 2,
      y: (from.y + to.y) / 2 + (Math.sin(angle) * (to.y - from.y)) / 2,
    }
  })
}
