import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { decode } from 'fast-png'
import { storedPackManifestSchema } from '../../../electron/contract/stored-pack-manifest.ts'
import { repositoryFolder } from '../shells/repository.ts'

/** A place on the document, in its pixels. */
export type Place = readonly [x: number, y: number]

/** Screen pixels per document pixel: large enough to see single pixels, small enough to show all 256. */
const ZOOM = 2
const SIDE = 256

/** What the document shows, one class name per pixel; `?` for a colour that no class has. */
export class SeenLayout {
  readonly #names: readonly string[]

  constructor(names: readonly string[]) {
    this.#names = names
  }

  at([x, y]: Place): string {
    return this.#names[y * SIDE + x] ?? '?'
  }

  /** How many pixels of a column show a class. */
  heightOf(name: string, column: number): number {
    return this.#names.filter((shown, index) => index % SIDE === column && shown === name).length
  }

  count(name: string): number {
    return this.#names.filter((shown) => shown === name).length
  }

  /** Pixels that another layout shows differently. */
  differences(other: SeenLayout): number {
    return this.#names.filter((name, index) => name !== other.#names[index]).length
  }
}

/**
 * The painted layout of a 256 × 256 document as a person has it before them: under the pointer, and on the screen, at
 * twice its size. What it shows is read from the pixels of the screen and the colours of the pack `tiny`.
 */
export class LayoutCanvas {
  readonly #page: Page
  /** Of the document's upper left corner on the page. */
  readonly #corner: { readonly x: number; readonly y: number }

  private constructor(page: Page, corner: { readonly x: number; readonly y: number }) {
    this.#page = page
    this.#corner = corner
  }

  /** Shows the layout alone, at 200 %, in the middle. */
  static async show(page: Page): Promise<LayoutCanvas> {
    const layers = page.getByRole('region', { name: 'Layers' })
    await expect(layers.getByRole('button', { name: 'Labels', exact: true }), 'a document is open').toBeVisible()
    await page.getByRole('radio', { name: 'Layout', exact: true }).click()
    const area = page.getByTestId('canvas-area')
    const room = page.getByRole('main')
    await expect
      .poll(async () => (await area.boundingBox())?.width, { message: 'the layout has the whole room' })
      .toBe((await room.boundingBox())?.width)
    const status = page.getByRole('contentinfo', { name: 'Status' })
    await status.getByRole('button', { name: /%$/ }).click()
    await expect(status).toContainText('100 %')
    for (const percent of ['150 %', '200 %']) {
      await status.getByRole('button', { name: 'Zoom in' }).click()
      await expect(status).toContainText(percent)
    }
    const box = await area.boundingBox()
    if (box === null) throw new Error('The canvas is not on the page.')
    const corner = {
      x: Math.round(box.x + box.width / 2) - (ZOOM * SIDE) / 2,
      y: Math.round(box.y + box.height / 2) - (ZOOM * SIDE) / 2,
    }
    const canvas = new LayoutCanvas(page, corner)
    await canvas.point([40, 200])
    await expect(status).toContainText('40, 200')
    return canvas
  }

  /** The middle of a document's pixel, in CSS pixels of the page. */
  on([x, y]: Place): { x: number; y: number } {
    return { x: this.#corner.x + ZOOM * x + ZOOM / 2, y: this.#corner.y + ZOOM * y + ZOOM / 2 }
  }

  async point(place: Place): Promise<void> {
    const { x, y } = this.on(place)
    await this.#page.mouse.move(x, y)
  }

  async click(place: Place): Promise<void> {
    await this.drag(place)
  }

  /** Presses at the first place, moves over the others and lifts. */
  async drag(...places: readonly Place[]): Promise<void> {
    const [first, ...others] = places
    if (first === undefined) return
    await this.point(first)
    await this.#page.mouse.down()
    for (const place of others) {
      const { x, y } = this.on(place)
      await this.#page.mouse.move(x, y, { steps: 4 })
    }
    await this.#page.mouse.up()
  }

  /** Looks at the screen, with the pointer out of the way. */
  async see(): Promise<SeenLayout> {
    await this.#page.mouse.move(this.#corner.x - 60, this.#corner.y - 60)
    const clip = { ...this.#corner, width: ZOOM * SIDE, height: ZOOM * SIDE }
    const { data, width, channels } = decode(await this.#page.screenshot({ clip }))
    const names = Array.from({ length: SIDE * SIDE }, (_, index) => {
      const from = channels * ((Math.floor(index / SIDE) * ZOOM + 1) * width + (index % SIDE) * ZOOM + 1)
      return nameOf(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0)
    })
    return new SeenLayout(names)
  }

  /** Waits until the screen shows these classes at these places. */
  async expectClasses(expected: readonly (readonly [Place, string])[]): Promise<void> {
    await expect
      .poll(
        async () => {
          const seen = await this.see()
          return expected.map(([place]) => `${place.join(', ')} ${seen.at(place)}`)
        },
        { message: 'the classes on the screen' },
      )
      .toEqual(expected.map(([place, name]) => `${place.join(', ')} ${name}`))
  }
}

const classNames = readClassNames()

function nameOf(red: number, green: number, blue: number): string {
  return classNames.get([red, green, blue].join()) ?? '?'
}

function readClassNames(): ReadonlyMap<string, string> {
  const file = path.join(repositoryFolder, 'test/fixtures/packs/tiny/manifest.json')
  const { classes } = storedPackManifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return new Map(classes.map(({ colour, name }) => [colour.join(), name]))
}
