import { cpSync } from 'node:fs'
import path from 'node:path'
import { runCommand } from '../files/editor-steps.ts'
import { expect, test } from '../fixtures.ts'
import { repositoryFolder } from '../shells/repository.ts'

test.use({ settings: { language: 'en', firstRunDone: true, startScreen: true, packId: 'tiny', liveMode: 'live' } })

test('a person is posed over the picture, in the looks of a photo whose pose is found', async ({ profile, launch }) => {
  // Bugs it would catch: no way to a pack of poses from the start, an exemplar whose pose nobody reads, a drag that shows
  // its picture only after the pointer is let go.
  cpSync(
    path.join(repositoryFolder, 'test/fixtures/packs/tiny-pose'),
    path.join(profile.dataFolder, 'packs/tiny-pose'),
    {
      recursive: true,
    },
  )
  const app = await launch()
  const { page } = app
  await page
    .getByRole('dialog', { name: 'Start' })
    .getByRole('button', { name: /Pose a person/ })
    .click()
  await expect(page.getByRole('region', { name: 'Pose library' })).toBeVisible()
  // Its pictures come at once.
  await page.evaluate(() => window.cocanvas.setSettings({ packId: 'tiny-pose' }))
  await expect(page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name: 'Brush' })).toHaveCount(0)

  const photo = path.join(repositoryFolder, 'test/fixtures/faces/male_42.jpg')
  await app.answerDialog(photo, () =>
    page
      .getByRole('region', { name: 'Exemplar', exact: true })
      .getByRole('button', { name: /Add photos/ })
      .click(),
  )
  await expect(page.getByTestId('exemplar-skeleton')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByTestId('exemplar-skeleton').locator('line').first()).toBeAttached()
  await page.keyboard.press('Alt+2')
  const result = page.getByTestId('result-picture')
  await expect(result).toBeVisible()
  const shown = (): Promise<string> =>
    result.evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''))
  const before = await shown()
  const wrist = await page.getByRole('button', { name: 'Left wrist, person 1' }).boundingBox()
  if (wrist === null) throw new Error('The wrist is not shown.')
  await page.mouse.move(wrist.x + 7, wrist.y + 7)
  await page.mouse.down()
  await page.mouse.move(wrist.x + 60, wrist.y - 80, { steps: 4 })
  await expect.poll(shown).not.toBe(before)
  await page.mouse.up()
  await runCommand(page, 'Undo')
  await expect.poll(shown).toBe(before)
})

test('the shipped pack poses a sample before the background that is chosen', async ({ launch }) => {
  // Bugs it would catch: a start that fails because the sample photos are landscapes, a background that only the next drag
  // shows, a choice that undo does not take back.
  test.setTimeout(240_000)
  const app = await launch()
  const { page } = app
  await page
    .getByRole('dialog', { name: 'Start' })
    .getByRole('button', { name: /Pose a person/ })
    .click()
  await expect(page.getByRole('region', { name: 'Pose library' })).toBeVisible()
  await page.evaluate(() => window.cocanvas.setSettings({ packId: 'people' }))
  const photos = page.getByRole('region', { name: 'Exemplar', exact: true })
  await photos
    .getByRole('button', { name: /^Striped jumper/ })
    .first()
    .click()
  await expect(page.getByTestId('exemplar-skeleton').locator('line').first()).toBeAttached({ timeout: 60_000 })
  await expect(page.getByText('the pose of a person inside a photo is not changed')).toBeVisible()
  // The new document chooses its view last.
  await expect(page.getByRole('radio', { name: 'Layout' })).toBeChecked()
  await page.keyboard.press('Alt+2')
  const result = page.getByTestId('result-picture')
  await expect(result).toBeVisible({ timeout: 120_000 })
  const corner = (): Promise<readonly number[]> =>
    result.evaluate((canvas) => {
      const context = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : null
      return [...(context?.getImageData(2, 2, 1, 1).data ?? [])].slice(0, 3)
    })
  const background = page.getByRole('region', { name: 'Background' })
  await background.getByRole('combobox').selectOption('One colour')
  await expect.poll(corner, { timeout: 60_000 }).toEqual([222, 222, 220])
  await background.getByLabel('Colour of the background').fill('#204080')
  await expect.poll(corner, { timeout: 60_000 }).toEqual([32, 64, 128])
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(corner, { timeout: 60_000 }).toEqual([222, 222, 220])
})
