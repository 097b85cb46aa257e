import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { calmSettings, chooseClass, expectUnsaved, paint, runCommand, untilReady } from '../files/editor-steps.ts'
import { countClass, savedLayer } from '../files/project-reading.ts'

const WATER = 22

test.use({ settings: calmSettings })

test('a document is resized, cropped and turned, undone, saved and restored after a power cut', async ({
  app,
  launch,
  profile,
}) => {
  // Bugs it would catch: a size that the file, the journal or undo does not know of; layers of another size than their
  // document, which no program opens.
  const { page } = app
  await untilReady(page)
  await chooseClass(page, 'water')
  await paint(page, [[-0.3, -0.3], [0.3, -0.3]]) // prettier-ignore
  const dialog = page.getByRole('dialog', { name: 'Document size' })
  const before = page.getByText('256 × 256 px')
  await expect(before).toBeVisible()

  await runCommand(page, 'Document size')
  await dialog.getByRole('spinbutton', { name: 'Width' }).fill('512')
  await dialog.getByRole('button', { name: 'Change' }).click()
  await expect(page.getByText('512 × 256 px')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(before).toBeVisible()

  await runCommand(page, 'Document size')
  await dialog.getByRole('radio', { name: 'Crop or extend' }).click()
  await dialog.getByRole('radio', { name: 'Top left' }).click()
  await dialog.getByRole('spinbutton', { name: 'Height' }).fill('320')
  await dialog.getByRole('button', { name: 'Change' }).click()
  await expect(page.getByText('256 × 320 px')).toBeVisible()
  await runCommand(page, 'Turn the document right')
  await expect(page.getByText('320 × 256 px')).toBeVisible()
  const file = path.join(profile.userFolder, 'turned.cocanvas')
  await app.answerDialog(file, () => page.keyboard.press('Control+s'))
  await expect.poll(() => existsSync(file)).toBe(true)
  await expectUnsaved(page, false)
  const saved = savedLayer(file, 'Labels')
  expect(saved.width).toBe(320)
  expect(saved.classIds).toHaveLength(320 * 256)
  const painted = countClass(saved, WATER)
  expect(painted).toBeGreaterThan(1000)

  await runCommand(page, 'Turn the document left')
  await expect(page.getByText('256 × 320 px')).toBeVisible()
  await paint(page, [[0, 0.3], [0.1, 0.3]]) // prettier-ignore
  await expect.poll(() => page.evaluate(async () => (await globalThis.cocanvas.listRecoveries()).length)).toBe(0)
  await app.kill()
  const again = await launch()
  await again.page
    .getByRole('dialog', { name: 'Your work is still here' })
    .getByRole('button', { name: 'Restore' })
    .click()
  await expect(again.page.getByRole('dialog')).toHaveCount(0)
  await expect(again.page.getByText('256 × 320 px')).toBeVisible()
})
