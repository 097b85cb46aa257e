import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { repositoryFolder } from '../shells/repository.ts'
import { dropFile } from './drop-file.ts'
import { calmSettings, layerRows, notices, untilReady } from './editor-steps.ts'

const PHOTO = readFileSync(path.join(repositoryFolder, 'assets/exemplars/landscape/evening-glow.jpg'))

test.use({ settings: calmSettings })

test('a photo dropped on the canvas is asked about: a style, or a layer to trace', async ({ app: { page } }) => {
  // Bugs it would catch: a photo that silently becomes a layer, a canvas that does not say that it takes files, a choice
  // that keeps the photo after it was cancelled.
  await untilReady(page)
  const canvas = page.getByTestId('canvas-area')
  const highlight = page.getByTestId('drop-highlight')
  const dialog = page.getByRole('dialog', { name: 'my-evening.jpg' })
  const before = await layerRows(page).count()
  await dropFile(page, canvas, 'my-evening.jpg', PHOTO, async () => {
    await expect(highlight).toContainText('Drop photos')
  })
  await expect(highlight).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(layerRows(page)).toHaveCount(before)

  await dropFile(page, canvas, 'my-evening.jpg', PHOTO)
  await dialog.getByRole('button', { name: /^Trace/ }).click()
  await expect(layerRows(page)).toHaveCount(before + 1)
  await expect(layerRows(page).filter({ hasText: 'my-evening' })).toHaveCount(1)

  await dropFile(page, canvas, 'my-evening.jpg', PHOTO)
  await dialog.getByRole('button', { name: /^Use as style/ }).click()
  const tile = page.getByRole('region', { name: 'Exemplar' }).getByRole('button', { name: /^my-evening/ })
  await expect(tile).toHaveAttribute('aria-pressed', 'true')
  await expect(layerRows(page)).toHaveCount(before + 1)
})

test('a pasted photo is asked about like a dropped one', async ({ app: { page } }) => {
  // Bug it would catch: two ways to bring a photo that do different things with it.
  await untilReady(page)
  const before = await layerRows(page).count()
  await page.evaluate((base64) => {
    const clipboardData = new DataTransfer()
    const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    clipboardData.items.add(new File([content], 'pasted.jpg'))
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }))
  }, PHOTO.toString('base64'))
  const dialog = page.getByRole('dialog', { name: 'pasted.jpg' })
  await dialog.getByRole('button', { name: /^Trace/ }).click()
  await expect(layerRows(page)).toHaveCount(before + 1)
})

test('what is no photo gets a sentence and no question', async ({ app: { page } }) => {
  // Bug it would catch: offers for a file that nothing can be done with.
  await untilReady(page)
  await dropFile(page, page.getByTestId('canvas-area'), 'notes.jpg', Buffer.from('not a photo'))
  await expect(notices(page)).toContainText('notes.jpg')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('of a photo without its end the window says so, and takes it', async ({ app: { page } }) => {
  // Bug it would catch: a photo cut short while copying that nobody is warned of.
  await untilReady(page)
  await dropFile(page, page.getByTestId('canvas-area'), 'cut.jpg', PHOTO.subarray(0, -2))
  await expect(page.getByRole('dialog', { name: 'cut.jpg' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(notices(page)).toContainText('cut.jpg lacks its end marker')
})
