import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { calmSettings, chooseClass, expectUnsaved, paint, untilReady } from './editor-steps.ts'
import { countClass, journalBytes, savedLayer } from './project-reading.ts'

const WATER = 22

test.use({ settings: calmSettings })

test('closing the window with unsaved work asks first, and staying loses nothing', async ({ app, shell, launch }) => {
  // Bugs it would catch: a cross that throws work away, a question that cannot be answered with "stay".
  const { page } = app
  await paintWater(page)
  const question = page.getByRole('dialog', { name: 'Save the changes?' })
  if (shell === 'web') {
    // The browser asks in its own words.
    const asked = page.waitForEvent('dialog')
    await app.requestClose()
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
  } else {
    await app.requestClose()
    await expect(question).toContainText('Untitled has changes')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(question).toHaveCount(0)
  }
  await expectUnsaved(page, true)
  await page.keyboard.press('Control+z')
  await expectUnsaved(page, false)
  await expect.poll(() => journalBytes(app.dataFolder), { message: 'the journal has nothing to offer' }).toBe(0)

  const closed = page.waitForEvent('close')
  await app.requestClose()
  await closed
  // The web shell outlives its page, and a second shell on the same data would only ask the first to show itself.
  if (shell === 'web') await app.close()
  // The document was as it had been opened: there is nothing to offer.
  const again = await launch()
  await untilReady(again.page)
  await expect.poll(() => again.page.evaluate(() => window.cocanvas.listRecoveries())).toEqual([])
  await expect(again.page.getByRole('dialog')).toHaveCount(0)
})

test.describe('in a window of our own', () => {
  test.skip(({ shell }) => shell === 'web', 'A browser asks about leaving by itself and offers no saving.')

  test('closing can save first', async ({ app, profile }) => {
    // Bug it would catch: a window that closes before the file is written.
    const file = path.join(profile.userFolder, 'last-minute.cocanvas')
    await paintWater(app.page)
    await app.requestClose()
    const question = app.page.getByRole('dialog', { name: 'Save the changes?' })
    const closed = app.page.waitForEvent('close')
    await app.answerDialog(file, () => question.getByRole('button', { name: 'Save' }).click())
    await closed
    expect(existsSync(file)).toBe(true)
    expect(countClass(savedLayer(file, 'Labels'), WATER)).toBeGreaterThan(500)
  })
})

test('a new document asks about the old one', async ({ app }) => {
  // Bug it would catch: commands that replace the document without the question that closing asks.
  const { page } = app
  await paintWater(page)
  await page.keyboard.press('Control+Alt+n')
  await page.getByRole('dialog', { name: 'New document' }).getByRole('button', { name: 'Create' }).click()
  const question = page.getByRole('dialog', { name: 'Save the changes?' })
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expectUnsaved(page, true)
})

async function paintWater(page: Page): Promise<void> {
  await untilReady(page)
  await chooseClass(page, 'water')
  await paint(page, [[-0.2, 0], [0.2, 0]]) // prettier-ignore
  await expectUnsaved(page, true)
}
