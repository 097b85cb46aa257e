import type { Page } from '@playwright/test'
import { decode } from 'fast-png'
import { expect, test } from '../fixtures.ts'
import { difference, lookAt, PictureWatch, type Look } from './picture-watch.ts'

test.use({ settings: { language: 'en', firstRunDone: true, packId: 'tiny' } })
test.setTimeout(180_000)

test('views show layout, picture and both, and the inspector where pixels come from', async ({ app: { page } }) => {
  const watch = new PictureWatch(page)
  await watch.settled()
  const show = (view: string): Promise<void> => page.getByRole('radio', { name: view, exact: true }).click()

  await show('Layout')
  await expect(watch.picture).toBeHidden()
  await expect.poll(() => onlyOneColour(page, 0.25)).toBe(true)
  const layoutLeft = await patch(page, 0.25)
  const layoutRight = await patch(page, 0.75)

  await test.step('before and after meet at a line that is dragged', async () => {
    // Bug it would catch: a picture beside its place, or a line that moves without uncovering anything.
    await show('Before / after')
    await expect.poll(async () => difference(await patch(page, 0.75), layoutRight)).toBeGreaterThan(2)
    expect(difference(await patch(page, 0.25), layoutLeft)).toBe(0)
    const line = page.getByRole('slider', { name: 'Line between before and after' })
    const box = await line.boundingBox()
    if (box === null) throw new Error('The line is not on the page.')
    const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 400, from.y, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => difference(await patch(page, 0.75), layoutRight)).toBe(0)
    await line.press('ArrowLeft')
    await expect(line).not.toHaveAttribute('aria-valuenow', '100')
  })

  await test.step('the overlay mixes as its slider says', async () => {
    // Bug it would catch: an opacity that jumps, or that the picture ignores.
    await show('Overlay')
    const opacity = page.getByRole('main').getByRole('spinbutton', { name: 'Opacity' })
    await opacity.fill('100')
    await expect.poll(async () => difference(await patch(page, 0.25), layoutLeft)).toBeGreaterThan(2)
    const whole = difference(await patch(page, 0.25), layoutLeft)
    await opacity.fill('50')
    await expect
      .poll(async () => Math.abs(difference(await patch(page, 0.25), layoutLeft) - whole / 2))
      .toBeLessThan(1.5)
    await opacity.fill('0')
    await expect.poll(async () => difference(await patch(page, 0.25), layoutLeft)).toBe(0)
  })

  await test.step('one sees the warp and the photo, and paints on the picture', async () => {
    // Bug it would catch: a view that takes the pointer away from the tools.
    await show('Warp')
    await expect(page.getByTestId('warp-picture')).toBeVisible()
    await show('Exemplar')
    await expect(page.getByRole('main').getByRole('img', { name: 'Exemplar' })).toBeVisible()
    await show('Result')
    const before = await watch.look()
    await page.keyboard.press('5')
    await watch.stroke(0.5)
    await watch.expectChanged(before, 'the picture under the brush')
    await watch.settled()
  })

  await test.step('the inspector shows where a pixel comes from', async () => {
    // Bug it would catch: a heat map of another point, a flat one, or a held point that follows the pointer.
    const panel = page.getByRole('region', { name: 'Correspondence' })
    await panel.getByRole('switch', { name: 'Inspect where pixels come from' }).click()
    const area = await box(page)
    await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2)
    const heat = panel.getByTestId('heat-map')
    await expect(heat).toBeVisible()
    await expect(panel.getByTestId('best-match')).toBeVisible()
    const point = panel.getByRole('definition').first()
    await expect(point).toHaveText(/^12\d, 12\d tree$/)
    expect(new Set(Array.from(await lookAt(heat))).size, 'a heat map with hot and cold').toBeGreaterThan(20)
    const ofTree = await lookAt(heat)
    await page.mouse.move(area.x + area.width / 2, area.y + area.height * 0.2)
    await expect(point).toHaveText(/sky$/)
    expect(difference(await lookAt(heat), ofTree), 'another point has another map').toBeGreaterThan(0.2)
    await page.mouse.down()
    await page.mouse.up()
    await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2)
    await expect(point, 'the held point stays').toHaveText(/sky$/)
  })

  await test.step('the other way round, a place of the photo shows where it went', async () => {
    // Bug it would catch: questions that the live pictures replace, so that the map never comes.
    await page.getByTestId('inspector-exemplar').click({ position: { x: 40, y: 20 } })
    await expect(page.getByTestId('reverse-heat')).toBeVisible({ timeout: 90_000 })
  })

  await test.step('doubt is drawn over the picture, and painting goes on afterwards', async () => {
    // Bug it would catch: an inspector that keeps the pointer once it is switched off.
    const panel = page.getByRole('region', { name: 'Correspondence' })
    await panel.getByRole('switch', { name: 'Show where the match is unsure' }).click()
    await expect(page.getByRole('main').getByRole('img', { name: 'Show where the match is unsure' })).toBeVisible()
    await panel.getByRole('switch', { name: 'Show where the match is unsure' }).click()
    await panel.getByRole('switch', { name: 'Inspect where pixels come from' }).click()
    await expect(page.getByTestId('inspector-catcher')).toBeHidden()
    const before = await watch.look()
    await page.keyboard.press('7')
    await watch.stroke(0.3)
    await watch.expectChanged(before, 'the picture of the stroke')
  })
})

async function box(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const found = await page.getByTestId('canvas-area').boundingBox()
  if (found === null) throw new Error('The canvas is not on the page.')
  return found
}

/** A small square of the document, so far across it (0..1), a quarter below its middle. */
async function patch(page: Page, across: number): Promise<Look> {
  const { x, y, width, height } = await box(page)
  await page.mouse.move(x + 5, y + 5)
  const clip = { x: x + width / 2 + (across - 0.5) * height * 0.8, y: y + height * 0.65, width: 24, height: 24 }
  return decode(await page.screenshot({ clip })).data
}

async function onlyOneColour(page: Page, across: number): Promise<boolean> {
  const look = Array.from(await patch(page, across))
  return look.every((value, index) => value === look[index % 3])
}
