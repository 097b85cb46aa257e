import { expect, type Locator, type Page } from '@playwright/test'
import { decode } from 'fast-png'

/** Differences of the mean byte that an eye would call another picture; equal pictures differ by nothing at all. */
const SEEN = 0.5

/** What a part of the window looks like: its bytes, for comparing. */
export type Look = ArrayLike<number>

export async function lookAt(part: Locator): Promise<Look> {
  return decode(await part.screenshot()).data
}

/** Mean difference of a byte; endless when the sizes differ. */
export function difference(one: Look, other: Look): number {
  if (one.length !== other.length) return Infinity
  let sum = 0
  for (let index = 0; index < one.length; index += 1) sum += Math.abs((one[index] ?? 0) - (other[index] ?? 0))
  return sum / one.length
}

/** The picture of the window in the view that shows it, and what the pill says about it. */
export class PictureWatch {
  readonly pill: Locator
  readonly picture: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.pill = page.getByTestId('live-pill')
    this.picture = page.getByTestId('result-picture')
  }

  /** Waits until the picture shows the layout as it is. */
  async settled(): Promise<void> {
    // The first picture waits for the engine and the labels of the photo.
    await expect(this.pill).toContainText('Up to date', { timeout: 60_000 })
  }

  async look(): Promise<Look> {
    return lookAt(this.picture)
  }

  /** Width and height of the picture itself, however large it is shown. */
  async pixels(): Promise<readonly number[]> {
    return this.picture.evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? [canvas.width, canvas.height] : []))
  }

  async expectChanged(before: Look, message: string): Promise<void> {
    await expect.poll(async () => difference(await this.look(), before), { message }).toBeGreaterThan(SEEN)
  }

  async expectSame(before: Look, message: string): Promise<void> {
    await expect.poll(async () => difference(await this.look(), before), { message }).toBe(0)
  }

  /** Drags the brush over the document beside the picture, at this height (0..1) of the canvas; the button stays down. */
  async paint(height: number): Promise<void> {
    const box = await this.#page.getByTestId('canvas-area').boundingBox()
    if (box === null) throw new Error('The canvas is not on the page.')
    const y = box.y + box.height * height
    await this.#page.mouse.move(box.x + box.width * 0.2, y)
    await this.#page.mouse.down()
    await this.#page.mouse.move(box.x + box.width * 0.8, y, { steps: 4 })
  }

  /** A whole stroke. */
  async stroke(height: number): Promise<void> {
    await this.paint(height)
    await this.#page.mouse.up()
  }
}
