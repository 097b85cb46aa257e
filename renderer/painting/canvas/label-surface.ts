import { unionRect, type Rect } from '../../model/raster/geometry.ts'
import type { RasterStore } from '../../model/raster/raster-store.ts'
import type { ClassColours } from './class-colours.ts'
import { clearInside, grownRect } from './label-outlines.ts'
import type { ShownLabels } from '../layer-kinds/display-item.ts'
import { paintLabels } from './paint-labels.ts'

/** Width of an outline on each side of a border, in document pixels. */
const OUTLINE = 2

export interface LabelSurfaceOptions {
  readonly rasters: RasterStore
  readonly layers: readonly ShownLabels[]
  readonly width: number
  readonly height: number
  readonly colours: ClassColours
  readonly outlined: boolean
  /** Called in an animation frame after pixels changed. */
  readonly onDrawn: () => void
}

/** A canvas that shows a stack of label layers and repaints only rectangles that change, once per frame. */
export class LabelSurface {
  readonly canvas: HTMLCanvasElement
  readonly #options: LabelSurfaceOptions
  readonly #unsubscribe: () => void
  #dirty: Rect | undefined
  #frame: number | undefined

  constructor(options: LabelSurfaceOptions) {
    this.#options = options
    this.canvas = document.createElement('canvas')
    this.canvas.width = options.width
    this.canvas.height = options.height
    this.#paint({ x: 0, y: 0, width: options.width, height: options.height })
    const shown = new Set(options.layers.map(({ layerId }) => layerId))
    this.#unsubscribe = options.rasters.subscribe(({ layerId, rect }) => {
      if (shown.has(layerId)) this.#invalidate(rect ?? { x: 0, y: 0, width: options.width, height: options.height })
    })
  }

  dispose(): void {
    this.#unsubscribe()
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame)
  }

  #invalidate(rect: Rect): void {
    this.#dirty = unionRect(this.#dirty, rect)
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined
      const dirty = this.#dirty
      this.#dirty = undefined
      if (dirty === undefined) return
      this.#paint(dirty)
      this.#options.onDrawn()
    })
  }

  #paint(changed: Rect): void {
    const { rasters, layers, width, height, colours, outlined } = this.#options
    const rect = outlined ? grownRect(changed, OUTLINE, { width, height }) : changed
    const planes = layers.flatMap(({ layerId, opacity }) => {
      const raster = rasters.get(layerId)
      return raster?.width === width ? [{ data: raster.data, opacity }] : []
    })
    const image = new ImageData(rect.width, rect.height)
    const pixels = new Uint32Array(image.data.buffer)
    paintLabels(planes, width, rect, colours, pixels)
    if (outlined) for (const { data } of planes) clearInside(data, { width, height }, rect, OUTLINE, pixels)
    this.canvas.getContext('2d')?.putImageData(image, rect.x, rect.y)
  }
}
