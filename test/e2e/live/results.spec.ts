import { expect, test } from '../fixtures.ts'
import { PictureWatch } from './picture-watch.ts'

test.use({ settings: { language: 'en', firstRunDone: true, packId: 'tiny' } })
test.setTimeout(180_000)

test('finished pictures are kept, gone back to and made larger', async ({ app: { page } }) => {
  const watch = new PictureWatch(page)
  const results = page.getByRole('region', { name: 'Results' })
  const items = results.getByRole('listitem')
  const classes = page.getByRole('region', { name: 'Classes' })
  await watch.settled()
  await expect(items).toHaveCount(1)
  const first = await watch.look()

  await test.step('every stroke adds one', async () => {
    // Bug it would catch: pictures of unfinished strokes in the strip, or none of a finished one.
    await page.keyboard.press('5')
    await watch.stroke(0.5)
    await expect(items).toHaveCount(2)
    await watch.expectChanged(first, 'another picture')
    await watch.settled()
  })
  const second = await watch.look()

  await test.step('going back restores layout and picture, in one step', async () => {
    // Bug it would catch: an old picture over the new layout, or a way back that cannot be undone.
    await results.getByRole('button', { name: 'Go back to picture 1' }).click()
    await expect(classes.getByRole('button', { name: /sky 100 %/ })).toBeVisible()
    await watch.expectSame(first, 'the first picture')
    await page.keyboard.press('Control+z')
    await watch.expectSame(second, 'the second picture')
    await expect(classes.getByRole('button', { name: /tree \d+ %/ })).toBeVisible()
  })

  await test.step('a pinned picture says so, a removed one goes', async () => {
    // Bug it would catch: a pin or a cross that acts on the picture beside it.
    const oldest = items.last()
    await oldest.hover()
    await oldest.getByRole('button', { name: 'Keep this picture' }).click()
    await expect(
      oldest.getByRole('button', { name: 'Allow this picture to be removed when the strip is full' }),
    ).toBeVisible()
    const count = await items.count()
    await items.first().hover()
    await items.first().getByRole('button', { name: 'Remove this picture' }).click()
    await expect(items).toHaveCount(count - 1)
    await oldest.hover()
    await expect(
      oldest.getByRole('button', { name: 'Allow this picture to be removed when the strip is full' }),
    ).toBeVisible()
  })

  await test.step('a large picture shows how far it is, and can be given up', async () => {
    // Bug it would catch: a cancel that only hides the progress while the engine goes on.
    await watch.settled()
    await page.getByRole('button', { name: '1024', exact: true }).click()
    const progress = page.getByTestId('large-progress')
    await expect(progress).toContainText('Making a picture of 1024 pixels')
    await progress.getByRole('button', { name: 'Cancel' }).click()
    await expect(progress).toBeHidden()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('button', { name: '1024', exact: true })).toBeEnabled()
  })

  const kept = page.getByRole('region', { name: 'Layers' }).getByRole('listitem').filter({ hasText: '512 × 512' })

  await test.step('a picture of 512 pixels lies on the canvas, and is kept as a layer', async () => {
    // Bug it would catch: the small picture blown up, or a large one that is seen in a dialog alone.
    await page.getByRole('button', { name: '512', exact: true }).click()
    const done = page.getByTestId('large-done')
    await expect(done).toContainText('512 × 512 pixels', { timeout: 90_000 })
    await expect.poll(() => watch.pixels()).toEqual([512, 512])
    await done.getByRole('button', { name: 'Keep as a layer' }).click()
    await expect(done).toBeHidden()
    await expect(kept).toBeVisible()
  })

  await test.step('the next stroke shows live pictures again, and the kept layer can be undone', async () => {
    // Bug it would catch: a large picture that stays over what is painted after it.
    await watch.stroke(0.7)
    await watch.settled()
    await expect.poll(() => watch.pixels()).not.toEqual([512, 512])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(kept).toHaveCount(0)
  })

  await test.step('another document begins with pictures of its own alone', async () => {
    // Bug it would catch: results of earlier documents among those of this one, which cannot be gone back to.
    expect(await items.count()).toBeGreaterThan(2)
    await page.keyboard.press('Control+Alt+n')
    await page.getByRole('dialog', { name: 'New document' }).getByRole('button', { name: 'Create' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
    await watch.settled()
    await expect(items).toHaveCount(1)
  })
})
