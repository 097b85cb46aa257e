import { shownCanvas } from './page-state.ts'

/** A pen on the canvas. Places are shares of the canvas, 0..1. */
export class Hand {
  readonly #canvas: HTMLElement
  readonly #box: DOMRect

  constructor() {
    const canvas = shownCanvas()
    if (canvas === undefined) throw new Error('There is no canvas.')
    this.#canvas = canvas
    this.#box = canvas.getBoundingClientRect()
    // A pointer without a device cannot be captured.
    canvas.setPointerCapture = () => undefined
  }

  down(x: number, y: number): void {
    this.#send('pointerdown', x, y, 1)
  }

  move(x: number, y: number): void {
    this.#send('pointermove', x, y, 1)
  }

  up(x: number, y: number): void {
    this.#send('pointerup', x, y, 0)
  }

  zoom(x: number, y: number, deltaY: number): void {
    this.#canvas.dispatchEvent(new WheelEvent('wheel', { ...this.#at(x, y), deltaY }))
  }

  #send(type: string, x: number, y: number, buttons: number): void {
    this.#canvas.dispatchEvent(
      new PointerEvent(type, {
        ...this.#at(x, y),
        pointerId: 1,
        pointerType: 'pen',
        isPrimary: true,
        button: type === 'pointermove' ? -1 : 0,
        buttons,
        pressure: buttons === 0 ? 0 : 0.5,
      }),
    )
  }

  #at(x: number, y: number): MouseEventInit {
    return {
      bubbles: true,
      cancelable: true,
      clientX: this.#box.left + x * this.#box.width,
      clientY: this.#box.top + y * this.#box.height,
    }
  }
}

/** Chooses the class of a number key. */
export function chooseClass(number: number): void {
  const key = String(number)
  const init = { key, code: `Digit${key}`, bubbles: true, cancelable: true }
  document.body.dispatchEvent(new KeyboardEvent('keydown', init))
  document.body.dispatchEvent(new KeyboardEvent('keyup', init))
}
