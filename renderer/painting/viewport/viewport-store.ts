import { Observable } from '../../shared/lib/observable.ts'
import type { Point } from '../../model/raster/geometry.ts'
import {
  centred,
  fitted,
  initialViewport,
  panned,
  rotatedAt,
  steppedZoom,
  zoomedAt,
  type Size,
  type Viewport,
} from './viewport.ts'

/** The view onto the document, shared by every stage that shows it; outside Redux because it changes with every wheel tick. */
export class ViewportStore {
  readonly #viewport = new Observable<Viewport>(initialViewport)
  #area: Size = { width: 0, height: 0 }
  #document: Size = { width: 1, height: 1 }
  /** Whether the document stays fitted as the window changes: until the user moves the view. */
  #followsFit = true

  readonly get = this.#viewport.get
  readonly subscribe = this.#viewport.subscribe

  get area(): Size {
    return this.#area
  }

  /** Adapts to another size of the canvas area, in CSS pixels; what was in its middle stays there. */
  resize(area: Size): void {
    const before = this.#area
    this.#area = area
    if (this.#followsFit) this.fit()
    else {
      const by = { x: (area.width - before.width) / 2, y: (area.height - before.height) / 2 }
      this.#viewport.set(panned(this.get(), by))
    }
  }

  /** Fits the view to another document, or to another size of the same one. */
  showDocument(document: Size): void {
    this.#document = document
    this.#viewport.set({ ...this.get(), rotation: 0 })
    this.fit()
  }

  pan(by: Point): void {
    this.#move(panned(this.get(), by))
  }

  zoomAt(screen: Point, factor: number): void {
    this.#move(zoomedAt(this.get(), screen, factor))
  }

  zoomStep(direction: 1 | -1): void {
    const { zoom } = this.get()
    this.zoomAt(this.#middle(), steppedZoom(zoom, direction) / zoom)
  }

  zoomTo(zoom: number): void {
    this.zoomAt(this.#middle(), zoom / this.get().zoom)
  }

  actualSize(): void {
    this.#move(centred({ ...this.get(), zoom: 1 }, this.#document, this.#area))
  }

  rotate(by: number): void {
    this.#move(rotatedAt(this.get(), this.#middle(), by))
  }

  rotateAt(screen: Point, by: number): void {
    this.#move(rotatedAt(this.get(), screen, by))
  }

  resetRotation(): void {
    this.rotate(-this.get().rotation)
  }

  fit(): void {
    if (this.#area.width === 0 || this.#area.height === 0) return
    this.#viewport.set(fitted(this.get(), this.#document, this.#area))
    this.#followsFit = true
  }

  dispose(): void {
    this.#viewport.dispose()
  }

  #middle(): Point {
    return { x: this.#area.width / 2, y: this.#area.height / 2 }
  }

  #move(viewport: Viewport): void {
    this.#followsFit = false
    this.#viewport.set(viewport)
  }
}
