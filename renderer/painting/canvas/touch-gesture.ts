import { distance, type Point } from '../../model/raster/geometry.ts'

export interface TouchView {
  pan(by: Point): void
  zoomAt(screen: Point, factor: number): void
}

/** Two fingers pan and zoom the view together. One finger is left to the tools. */
export class TouchGesture {
  readonly #view: TouchView
  readonly #fingers = new Map<number, Point>()

  constructor(view: TouchView) {
    this.#view = view
  }

  /** Whether two fingers are down, so that tools must not react. */
  get isActive(): boolean {
    return this.#fingers.size >= 2
  }

  down(id: number, at: Point): void {
    this.#fingers.set(id, at)
  }

  move(id: number, at: Point): void {
    if (!this.#fingers.has(id)) return
    const before = this.#pair()
    this.#fingers.set(id, at)
    const after = this.#pair()
    if (before === undefined || after === undefined) return
    this.#view.pan({ x: after.middle.x - before.middle.x, y: after.middle.y - before.middle.y })
    if (before.span > 0) this.#view.zoomAt(after.middle, after.span / before.span)
  }

  up(id: number): void {
    this.#fingers.delete(id)
  }

  #pair(): { readonly middle: Point; readonly span: number } | undefined {
    const [one, other] = this.#fingers.values()
    if (one === undefined || other === undefined) return undefined
    return { middle: { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }, span: distance(one, other) }
  }
}
