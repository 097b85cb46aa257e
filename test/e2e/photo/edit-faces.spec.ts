import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from '../fixtures.ts'
import { calmSettings } from '../files/editor-steps.ts'
import type { RunningApp } from '../shells/running-app.ts'
import { differingPixels, exportPhoto, makePhoto, openPhoto, stroke, untilMade } from './photo-steps.ts'

test.use({ settings: calmSettings })
test.setTimeout(300_000)

const SIDE = 320

/** Two people side by side. */
async function makeGroup(file: string): Promise<void> {
  const people = await Promise.all(
    ['male_42', 'female_10'].map(async (name, index) => ({
      input: await sharp(`test/fixtures/faces/${name}.jpg`).resize(SIDE, SIDE).png().toBuffer(),
      left: index * SIDE,
      top: 0,
    })),
  )
  await sharp({ create: { width: SIDE * 2, height: SIDE, channels: 3, background: '#808080' } })
    .composite(people)
    .removeAlpha()
    .png()
    .toFile(file)
}

async function editFaces(app: RunningApp): Promise<void> {
  await app.page.getByLabel('What to edit').selectOption({ label: 'Faces' })
  await expect(app.page.getByRole('dialog')).toHaveCount(0, { timeout: 60_000 })
  await expect(app.page.getByRole('option', { name: 'hair' })).toBeAttached({ timeout: 60_000 })
}

test('one person of a group gets other hair, and nobody else changes', async ({ app, profile }) => {
  // Bugs it would catch: labels of one face over the whole photo, a patch at another face, an undo that leaves the change.
  const photo = path.join(profile.userFolder, 'group.png')
  await makeGroup(photo)
  await openPhoto(app, photo)
  await editFaces(app)
  await stroke(app, 'hair', [0.24, 0.42], [0.3, 0.42])
  await untilMade(app)
  const edited = path.join(profile.userFolder, 'edited.png')
  await exportPhoto(app, edited)
  const { count, columns } = await differingPixels(photo, edited)
  expect(count).toBeGreaterThan(50)
  expect(Math.max(...columns), 'the person on the right').toBeLessThan(SIDE)
  await app.page.keyboard.press('Control+z')
  await untilMade(app, false)
})

test('a stroke beside the faces is answered in one sentence', async ({ app, profile }) => {
  // Bug it would catch: a stroke that does nothing and says nothing.
  const photo = path.join(profile.userFolder, 'group.png')
  await makeGroup(photo)
  await openPhoto(app, photo)
  await editFaces(app)
  await stroke(app, 'hair', [0.05, 0.78], [0.06, 0.78])
  await expect(
    app.page.getByText('The change lies outside every face that was found', { exact: false }).first(),
  ).toBeVisible({
    timeout: 60_000,
  })
  await app.page.keyboard.press('Control+z')
  await untilMade(app, false)
})

test.describe('with the pack of faces in use', () => {
  test.use({ settings: { ...calmSettings, packId: 'faces' } })

  test('a photo without a face is opened all the same, and the reason is told', async ({ app, profile }) => {
    // Bug it would catch: a landscape that cannot be opened after a portrait was.
    const meadow = path.join(profile.userFolder, 'meadow.png')
    await makePhoto(meadow)
    await openPhoto(app, meadow)
    await expect(app.page.getByText('No face was found in the photo', { exact: false }).first()).toBeVisible()
    await expect(app.page.getByLabel('What to edit')).not.toHaveValue('faces')
  })
})
