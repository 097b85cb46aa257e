import { expect, type Locator, type Page } from '@playwright/test'
import type { EditorSettings } from '../../../electron/contract/editor-settings.ts'

/** A user who knows the editor, and a small pack that makes pictures only when asked: nothing moves by itself. */
export const calmSettings: Partial<EditorSettings> = {
  language: 'en',
  firstRunDone: true,
  packId: 'tiny',
  liveMode: 'manual',
}

/** A place on the document: −0.5 .. 0.5 of the shown square, from its middle. */
export type Place = readonly [x: number, y: number]

/** The first document is open. */
export async function untilReady(page: Page): Promise<void> {
  await expect(layerRows(page).first()).toBeVisible()
}

export function layerRows(page: Page): Locator {
  return page.getByRole('region', { name: 'Layers', exact: true }).getByRole('listitem')
}

export async function chooseClass(page: Page, name: string): Promise<void> {
  const classes = page.getByRole('region', { name: 'Classes' })
  const row = classes.getByRole('listitem').getByRole('button', { name: new RegExp(`^(\\d )?${name}( |$)`) })
  await row.click()
  await expect(row).toHaveAttribute('aria-pressed', 'true')
}

/** Where a place of the document lies in the window. */
export async function pointAt(page: Page, [x, y]: Place): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.getByTestId('canvas-area').boundingBox()
  if (box === null) throw new Error('The canvas is not shown.')
  const side = Math.min(box.width, box.height) * 0.85
  return { x: box.x + box.width / 2 + x * side, y: box.y + box.height / 2 + y * side }
}

/** A stroke with the mouse through the places. */
export async function paint(page: Page, places: readonly Place[]): Promise<void> {
  await beginStroke(page, places)
  await page.mouse.up()
}

/** The same, with the button still held at the end. */
export async function beginStroke(page: Page, places: readonly Place[]): Promise<void> {
  const points = await Promise.all(places.map((place) => pointAt(page, place)))
  const [first] = points
  if (first === undefined) throw new Error('A stroke needs places.')
  await page.mouse.move(first.x, first.y)
  await page.mouse.down()
  for (const { x, y } of points.slice(1)) await page.mouse.move(x, y, { steps: 6 })
}

/** Finds a command by its words and runs it. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await palette.getByRole('searchbox').or(palette.getByRole('textbox')).fill(title)
  await palette.getByRole('option', { name: title }).first().click()
}

export function title(page: Page): Locator {
  return page.getByTestId('project-title')
}

/** The dot in the title, as a screen reader tells it. */
export async function expectUnsaved(page: Page, unsaved: boolean): Promise<void> {
  if (unsaved) await expect(title(page)).toContainText('Not saved yet')
  else await expect(title(page)).not.toContainText(/Not saved yet|Saving/)
}

/** The sentences at the bottom of the canvas. */
export function notices(page: Page): Locator {
  return page.getByRole('main').getByRole('status').last()
}
