import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { calmSettings, expectUnsaved } from '../files/editor-steps.ts'
import { dropFile } from '../files/drop-file.ts'
import { differingPixels, exportPhoto, makePhoto, openPhoto, stroke, untilMade } from './photo-steps.ts'

test.use({ settings: calmSettings })
test.setTimeout(300_000)

test('a painted place changes and nothing else, and undo makes it the photo again', async ({ app, profile }) => {
  // Bugs it would catch: pixels that change outside the region, a result that stays after undo, a photo written anew for nothing.
  const photo = path.join(profile.userFolder, 'meadow.png')
  await makePhoto(photo)
  await openPhoto(app, photo)
  await stroke(app, 'sky', [0.45, 0.7], [0.55, 0.7])
  await untilMade(app)
  const edited = path.join(profile.userFolder, 'edited.png')
  await exportPhoto(app, edited)
  const { count, share, rows } = await differingPixels(photo, edited)
  expect(count).toBeGreaterThan(100)
  expect(share).toBeLessThan(0.25)
  expect(Math.min(...rows), 'the upper half of the photo').toBeGreaterThan(302 / 2)

  await app.page.keyboard.press('Control+z')
  await untilMade(app, false)
  const unedited = path.join(profile.userFolder, 'unedited.png')
  await exportPhoto(app, unedited)
  expect(readFileSync(unedited).equals(readFileSync(photo)), 'byte for byte').toBe(true)
})

test('two changes, one given back, are still there after a crash and in the saved project', async ({
  app,
  launch,
  profile,
}) => {
  // Bugs it would catch: a photo that the journal or the project lacks, a piece that takes the other with it.
  const photo = path.join(profile.userFolder, 'meadow.png')
  const project = path.join(profile.userFolder, 'meadow.cocanvas')
  await makePhoto(photo)
  await openPhoto(app, photo)
  await stroke(app, 'sky', [0.3, 0.8], [0.36, 0.8])
  await stroke(app, 'sky', [0.6, 0.65], [0.75, 0.65])
  const pieces = app.page.getByRole('list', { name: 'Changed places' }).getByRole('listitem')
  await expect(pieces).toHaveCount(2)
  await pieces.first().getByRole('button', { name: 'Give this place back to the photo' }).click()
  await expect(pieces).toHaveCount(1)
  await untilMade(app)
  const journals = path.join(profile.dataFolder, 'journals')
  await expect.poll(() => existsSync(journals) && readdirSync(journals, { recursive: true }).length).toBeGreaterThan(1)
  await app.kill()
  // The photo may have gone meanwhile: the project has its own bytes.
  writeFileSync(photo, 'gone')

  const again = await launch()
  const offer = again.page.getByRole('dialog', { name: 'Your work is still here' })
  await offer.getByRole('button', { name: 'Restore' }).click()
  await expect(again.page.getByRole('list', { name: 'Changed places' }).getByRole('listitem')).toHaveCount(1, {
    timeout: 60_000,
  })
  await untilMade(again)
  const one = path.join(profile.userFolder, 'one.png')
  await exportPhoto(again, one)
  await again.answerDialog(project, () => again.page.keyboard.press('Control+Shift+s'))
  await expect.poll(() => existsSync(project)).toBe(true)
  await expectUnsaved(again.page, false)
  await again.close()

  const third = await launch([project])
  await expect(third.page.getByTestId('making-pill')).toBeVisible({ timeout: 60_000 })
  await untilMade(third)
  const other = path.join(profile.userFolder, 'other.png')
  await exportPhoto(third, other)
  expect(readFileSync(other).equals(readFileSync(one)), 'the same edit of the same bytes').toBe(true)
})

test('a dropped photo can be edited, and an export cut off by a power cut leaves no half file', async ({
  app,
  launch,
  profile,
}) => {
  const photo = path.join(profile.userFolder, 'meadow.png')
  await makePhoto(photo)
  await dropFile(app.page, app.page.getByTestId('canvas-area'), 'meadow.png', readFileSync(photo))
  await app.page
    .getByRole('dialog', { name: 'meadow.png' })
    .getByRole('button', { name: /Edit this photo/ })
    .click()
  await expect(app.page.getByTestId('making-pill')).toBeVisible({ timeout: 60_000 })
  await stroke(app, 'sky', [0.45, 0.7], [0.55, 0.7])
  const target = path.join(profile.userFolder, 'edited.tif')
  writeFileSync(target, 'what was there')
  await app.page.getByRole('button', { name: 'Export…' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Export the photo' })
  await dialog.getByRole('radio', { name: 'TIFF' }).click()
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(app.page.getByTestId('photo-export-progress')).toBeVisible()
  await app.kill()
  expect(readFileSync(target, 'utf8')).toBe('what was there')
  const again = await launch()
  await again.page
    .getByRole('dialog', { name: 'Your work is still here' })
    .getByRole('button', { name: 'Restore' })
    .click()
  await untilMade(again)
})

test('a photo of 60 megapixels is refused in one sentence, and nothing is lost', async ({ app, profile }) => {
  const photo = path.join(profile.userFolder, 'meadow.png')
  const large = path.join(profile.userFolder, 'large.png')
  await makePhoto(photo)
  await makePhoto(large, 10_000, 6_000)
  await openPhoto(app, photo)
  await app.answerDialog(large, () => app.page.keyboard.press('Control+o'))
  await expect(app.page.getByText(/large\.png is 10000×6000 pixels .* so scale it down first/)).toBeVisible({
    timeout: 60_000,
  })
  await expect(app.page.getByTestId('making-pill')).toBeVisible()
})
