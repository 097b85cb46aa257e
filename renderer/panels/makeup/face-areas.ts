import type { ViewportStore } from '../../painting/viewport/viewport-store.ts'

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the eyes lie in the box around a face's mesh, for the average face. */
export function eyesOf({ x, y, width, height }: Area): Area {
  return { x, y: y + 0.18 * height, width, height: 0.32 * height }
}

/** Where lips lie in it. */
export function lipsOf({ x, y, width, height }: Area): Area {
  return { x: x + 0.22 * width, y: y + 0.62 * height, width: 0.56 * width, height: 0.28 * height }
}

/** Fills the view with a part of the document. */
export function showArea(viewport: ViewportStore, { x, y, width, height }: Area): void {
  const { area } = viewport
  viewport.fit()
  const middle = { x: area.width / 2, y: area.height / 2 }
  const factor = Math.min(area.width / width, area.height / height) / viewport.get().zoom
  viewport.zoomAt(middle, factor)
  const { x: left, y: top, zoom } = viewport.get()
  viewport.pan({ x: middle.x - (left + (x + width / 2) * zoom), y: middle.y - (top + (y + height / 2) * zoom) })
}
