import type { Point } from '../../model/raster/geometry.ts'
import type { ToolController } from '../tools/tool-controller.ts'
import type { ViewportStore } from '../viewport/viewport-store.ts'
import { Observable } from '../../shared/lib/observable.ts'
import { readPointer } from './read-pointer.ts'
import { wheelZoom } from '../viewport/wheel-zoom.ts'
import { TouchGesture } from './touch-gesture.ts'

/** Two presses within this time and distance are a double click. */
const DOUBLE_CLICK_MS = 350
const DOUBLE_CLICK_PIXELS = 5
const ROTATION_STEP = Math.PI / 180

/** Listens to pointer and wheel on the canvas area and hands them to tools and view. Long-lived: it is disposed. */
export class CanvasInput {
  /** Where the pointer is, in CSS pixels of the area; undefined outside. For the cursor ring and the status line. */
  readonly hover = new Observable<Point | undefined>(undefined)
  readonly #element: HTMLElement
  readonly #tools: ToolController
  readonly #viewport: ViewportStore
  readonly #touch: TouchGesture
  readonly #ending = new AbortController()
  #origin: Point = { x: 0, y: 0 }
  #lastPress: { readonly at: Point; readonly time: number } | undefined
  #clicks = 1

  constructor(element: HTMLElement, tools: ToolController, viewport: ViewportStore) {
    this.#element = element
    this.#tools = tools
    this.#viewport = viewport
    this.#touch = new TouchGesture(viewport)
    const { signal } = this.#ending
    element.addEventListener('pointerdown', (event) => this.#down(event), { signal })
    element.addEventListener('pointermove', (event) => this.#move(event), { signal })
    element.addEventListener('pointerup', (event) => this.#up(event), { signal })
    element.addEventListener('pointercancel', (event) => this.#lost(event), { signal })
    element.addEventListener('pointerleave', () => this.hover.set(undefined), { signal })
    element.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false })
    element.addEventListener('contextmenu', (event) => event.preventDefault(), { signal })
  }

  dispose(): void {
    this.#ending.abort()
    this.hover.dispose()
  }

  #down(event: PointerEvent): void {
    if (event.button === 2 || (event.pointerType === 'mouse' && event.button > 2)) return
    const box = this.#element.getBoundingClientRect()
    this.#origin = { x: box.left, y: box.top }
    this.#element.setPointerCapture(event.pointerId)
    this.#element.focus({ preventScroll: true })
    const at = this.#at(event)
    if (event.pointerType === 'touch') {
      this.#touch.down(event.pointerId, at)
      if (this.#touch.isActive) {
        this.#tools.cancel()
        return
      }
    }
    this.#countClicks(at, event.timeStamp)
    if (event.button === 1) {
      event.preventDefault()
      this.#tools.hold({ middleButton: true })
    }
    this.#tools.pointerDown(readPointer(event, this.#origin, this.#viewport.get(), this.#clicks))
  }

  #move(event: PointerEvent): void {
    if (!this.#tools.isPressed && !this.#touch.isActive) {
      const box = this.#element.getBoundingClientRect()
      this.#origin = { x: box.left, y: box.top }
    }
    const at = this.#at(event)
    this.hover.set(at)
    if (event.pointerType === 'touch') {
      this.#touch.move(event.pointerId, at)
      if (this.#touch.isActive) return
    }
    this.#tools.pointerMove(readPointer(event, this.#origin, this.#viewport.get(), this.#clicks))
  }

  #up(event: PointerEvent): void {
    const wasPinch = this.#touch.isActive
    this.#touch.up(event.pointerId)
    if (wasPinch) return
    this.#tools.pointerUp(readPointer(event, this.#origin, this.#viewport.get(), this.#clicks))
    this.#tools.hold({ middleButton: false })
  }

  #lost(event: PointerEvent): void {
    this.#touch.up(event.pointerId)
    this.#tools.cancel()
    this.#tools.hold({ middleButton: false })
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault()
    const box = this.#element.getBoundingClientRect()
    const at = { x: event.clientX - box.left, y: event.clientY - box.top }
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    const delta = event.deltaY * lines
    if (event.shiftKey && event.altKey) this.#viewport.rotateAt(at, Math.sign(delta) * ROTATION_STEP * 5)
    else if (event.shiftKey) this.#viewport.pan({ x: -(event.deltaX * lines || delta), y: 0 })
    else if (event.altKey) this.#viewport.pan({ x: 0, y: -delta })
    else this.#viewport.zoomAt(at, wheelZoom(delta, event.ctrlKey))
  }

  #at(event: PointerEvent): Point {
    return { x: event.clientX - this.#origin.x, y: event.clientY - this.#origin.y }
  }

  #countClicks(at: Point, time: number): void {
    const last = this.#lastPress
    const near =
      last !== undefined &&
      time - last.time < DOUBLE_CLICK_MS &&
      Math.hypot(at.x - last.at.x, at.y - last.at.y) < DOUBLE_CLICK_PIXELS
    this.#clicks = near ? this.#clicks + 1 : 1
    this.#lastPress = { at, time }
  }
}
