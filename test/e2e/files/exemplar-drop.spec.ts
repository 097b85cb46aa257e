import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { repositoryFolder } from '../shells/repository.ts'
import { dropFile } from './drop-file.ts'
import { calmSettings, expectUnsaved, notices, untilReady } from './editor-steps.ts'

const PHOTO = path.join(repositoryFolder, 'assets/exemplars/landscape/evening-glow.jpg')

test.use({ settings: { ...calmSettings, liveMode: 'live' } })

test('a dropped photo becomes the exemplar, and travels with the project', async ({ app, profile }) => {
  // Bugs it would catch: a drop that becomes a layer as well, a photo that the library forgets, a project that shows
  // another picture once the photo is gone from the library.
  test.setTimeout(180_000)
  const { page } = app
  await untilReady(page)
  const panel = page.getByRole('region', { name: 'Exemplar' })
  const tile = panel.getByRole('button', { name: /^my-evening/ })
  await dropFile(page, panel.getByRole('textbox', { name: 'Search photos' }), 'my-evening.jpg', readFileSync(PHOTO))
  await expect(tile).toHaveAttribute('aria-pressed', 'true')
  await expect(panel.getByRole('img', { name: /The photo shows .*sky/ })).toBeVisible()
  await expect(page.getByTestId('live-pill')).toHaveAttribute('data-outdated', 'false', { timeout: 90_000 })
  await expect(page.getByTestId('live-pill')).toHaveAttribute('data-phase', 'idle')
  await expect(page.getByTestId('result-item').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Layers' }).getByRole('listitem')).toHaveCount(1)

  const file = path.join(profile.userFolder, 'evening.cocanvas')
  await app.answerDialog(file, () => page.keyboard.press('Control+s'))
  await expect.poll(() => existsSync(file)).toBe(true)
  await expectUnsaved(page, false)
  await panel.getByRole('button', { name: 'Remove the photo from the library' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(tile).toHaveCount(0)
  await app.answerDialog(file, async () => {
    await page.keyboard.press('Control+o')
    const discard = page.getByRole('button', { name: 'Discard' })
    await discard.click()
  })
  await expect(tile).toHaveAttribute('aria-pressed', 'true')
  await expectUnsaved(page, false)
})

test('a dropped file that is no photo gets a sentence', async ({ app }) => {
  // Bug it would catch: a silent drop, or a library with an entry that cannot be shown.
  const { page } = app
  await untilReady(page)
  const panel = page.getByRole('region', { name: 'Exemplar' })
  const before = await panel.getByRole('listitem').count()
  await dropFile(page, panel.getByRole('textbox', { name: 'Search photos' }), 'notes.jpg', Buffer.from('not a photo'))
  await expect(notices(page)).toContainText('notes.jpg')
  await expect(panel.getByRole('listitem')).toHaveCount(before)
})
