import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect } from '../fixtures.ts'
import { chooseClass, untilReady } from '../files/editor-steps.ts'
import type { RunningApp } from '../shells/running-app.ts'

/** A photo of sky over grass with grain, of odd sides, that the annotator labels. */
export async function makePhoto(file: string, width = 451, height = 302): Promise<void> {
  const pixels = Buffer.alloc(width * height * 3)
  let noise = 1
  for (let at = 0; at < width * height; at += 1) {
    noise = (noise * 1103515245 + 12345) % 2147483648
    const grain = (noise % 17) - 8
    const y = Math.floor(at / width) / height
    const [red, green, blue] = y < 0.5 ? [120, 170 + 40 * y, 235] : [80, 140 - 30 * y, 50]
    pixels[3 * at] = red + grain
    pixels[3 * at + 1] = green + grain
    pixels[3 * at + 2] = blue + grain
  }
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(file)
}

/** Chooses "Edit a photo" and waits until the photo is labelled. */
export async function openPhoto(app: RunningApp, file: string): Promise<void> {
  await untilReady(app.page)
  await app.answerDialog(file, () => app.page.keyboard.press('Control+Alt+O'))
  await expect(app.page.getByTestId('making-pill')).toBeVisible({ timeout: 60_000 })
  // While it says that the photo is being opened, keys are for that dialog.
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
}

/** Paints a stroke of a class across the photo, at shares of the canvas. */
export async function stroke(
  app: RunningApp,
  className: string,
  from: [number, number],
  to: [number, number],
): Promise<void> {
  const { page } = app
  await chooseClass(page, className)
  const box = await page.getByTestId('canvas-area').boundingBox()
  if (box === null) throw new Error('The canvas is not shown.')
  await page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1])
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 6 })
  await page.mouse.up()
}

/** Waits until what is shown is the change at full size, or that nothing changes. */
export async function untilMade(app: RunningApp, changes = true): Promise<void> {
  const pill = app.page.getByTestId('making-pill')
  await expect(pill).toHaveAttribute('data-changed', String(changes), { timeout: 60_000 })
  await expect(pill).toHaveAttribute('data-full', 'true', { timeout: 120_000 })
}

/** Exports in the format that stands in the dialog's tab, to this file. */
export async function exportPhoto(app: RunningApp, file: string, format = 'PNG'): Promise<void> {
  const { page } = app
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export the photo' })
  await dialog.getByRole('radio', { name: format }).click()
  await app.answerDialog(file, () => dialog.getByRole('button', { name: 'Export…' }).click())
  await expect(dialog).toHaveCount(0, { timeout: 120_000 })
}

/** The rows and columns of a picture of three 8-bit channels in which any value differs from another's. */
export async function differingPixels(
  one: string,
  other: string,
): Promise<{
  readonly count: number
  readonly share: number
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}> {
  const before = await sharp(readFileSync(one)).raw().toBuffer({ resolveWithObject: true })
  const after = await sharp(readFileSync(other)).raw().toBuffer({ resolveWithObject: true })
  expect(after.info).toMatchObject({ width: before.info.width, height: before.info.height, channels: 3 })
  const rows = new Set<number>()
  const columns = new Set<number>()
  let count = 0
  for (let at = 0; at < before.data.length; at += 3) {
    const same = [0, 1, 2].every((channel) => before.data[at + channel] === after.data[at + channel])
    if (same) continue
    count += 1
    rows.add(Math.floor(at / 3 / before.info.width))
    columns.add((at / 3) % before.info.width)
  }
  return { count, share: count / (before.data.length / 3), rows: [...rows], columns: [...columns] }
}
