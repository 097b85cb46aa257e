import { expect, test } from '../fixtures.ts'
import { PictureWatch } from './picture-watch.ts'

test.use({ settings: { language: 'en', firstRunDone: true, packId: 'tiny' } })
test.setTimeout(180_000)

test('the picture follows the layout and the photos, and rests when told', async ({ app: { page } }) => {
  const watch = new PictureWatch(page)
  const exemplar = page.getByRole('region', { name: 'Exemplar' })
  const mode = page.getByRole('combobox', { name: 'When to make pictures' })
  await watch.settled()

  await test.step('it changes while the pen is still down', async () => {
    // Bug it would catch: pictures that wait for the end of a stroke, or show the layout before it.
    const before = await watch.look()
    await page.keyboard.press('5')
    await watch.paint(0.5)
    await watch.expectChanged(before, 'the picture follows the pen')
    await page.mouse.up()
    await watch.settled()
  })

  await test.step('another photo makes another picture, and the first photo the first again', async () => {
    // Bug it would catch: a photo that is chosen in the list but not in the request, or a stale cache of its features.
    const before = await watch.look()
    await exemplar.getByRole('button', { name: /^Sunset/ }).click()
    await watch.expectChanged(before, 'the picture takes after the new photo')
    await exemplar.getByRole('button', { name: /^Aitzgorri/ }).click()
    await watch.expectSame(before, 'the same request gives the same picture')
  })

  await test.step('one class takes after a photo of its own', async () => {
    // Bug it would catch: an assignment that changes nothing, or that cannot be taken back.
    await watch.settled()
    const before = await watch.look()
    await page.keyboard.press('4')
    await exemplar.getByRole('combobox', { name: 'sky from' }).selectOption('Darkest hour')
    await expect(exemplar).toContainText('sky from Darkest hour')
    await watch.expectChanged(before, 'the sky takes after its own photo')
    await exemplar.getByRole('button', { name: 'Take sky from the same photo as the rest' }).click()
    await watch.expectSame(before, 'without it, the picture is as before')
  })

  await test.step('K pauses, painting goes on, K goes on with pictures', async () => {
    // Bug it would catch: a pause that still computes, or that loses what was painted meanwhile.
    await watch.settled()
    const before = await watch.look()
    await page.keyboard.press('k')
    await expect(watch.pill).toContainText('paused')
    await page.keyboard.press('7')
    await watch.stroke(0.35)
    await expect(
      page.getByRole('region', { name: 'Classes' }).getByRole('button', { name: /grass \d+ %/ }),
    ).toBeVisible()
    await expect(watch.pill).toContainText('paused')
    await watch.expectSame(before, 'no picture is made meanwhile')
    await page.keyboard.press('k')
    await watch.expectChanged(before, 'the picture catches up')
    await watch.settled()
  })

  await test.step('on pen-up, the picture waits for the end of the stroke', async () => {
    // Bug it would catch: a mode that is shown but not obeyed.
    await mode.selectOption('On pen-up')
    const before = await watch.look()
    await page.getByTestId('canvas-area').focus()
    await page.keyboard.press('9')
    await watch.paint(0.65)
    await expect(watch.pill).toContainText('Out of date')
    await watch.expectSame(before, 'the pen is down')
    await page.mouse.up()
    await watch.expectChanged(before, 'the pen is up')
    await watch.settled()
  })

  await test.step('by hand, it waits until it is asked for', async () => {
    // Bug it would catch: a picture that is made all the same, or a button that the mode switches off.
    await mode.selectOption('Manual')
    const before = await watch.look()
    await page.getByTestId('canvas-area').focus()
    await page.keyboard.press('6')
    await watch.stroke(0.6)
    await expect(watch.pill).toContainText('Out of date')
    await watch.expectSame(before, 'nobody asked')
    await page.getByRole('button', { name: 'Make the picture now' }).click()
    await watch.expectChanged(before, 'asked for, it comes')
    await watch.settled()
  })
})
