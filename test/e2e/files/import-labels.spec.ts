import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { calmSettings, expectUnsaved, layerRows, notices, title, untilReady } from './editor-steps.ts'
import { colourBands, colourNoise, greyBands, indexedBands, write } from './label-images.ts'
import { savedLayer, type SavedLayer } from './project-reading.ts'

const OTHER = 0
const SKY = 3
const TREE = 5
const GRASS = 10
const MOUNTAIN = 17
const WATER = 22

/** Label images as the data sets store them: bands from top to bottom, and what they should become. */
const images = [
  {
    name: 'pack-indexed',
    bytes: indexedBands([SKY, MOUNTAIN, WATER, GRASS]),
    means: 'Classes of the pack',
    shifted: false,
    becomes: [SKY, MOUNTAIN, WATER, GRASS],
  },
  {
    // sky 3, hill 69, river 61, grass 10
    name: 'ade20k-grey',
    bytes: greyBands([3, 69, 61, 10]),
    means: 'ADE20K',
    shifted: false,
    becomes: [SKY, MOUNTAIN, WATER, GRASS],
  },
  {
    name: 'ade20k-from-zero',
    bytes: greyBands([2, 68, 60, 9]),
    means: 'ADE20K, counted from 0',
    shifted: true,
    becomes: [SKY, MOUNTAIN, WATER, GRASS],
  },
  {
    name: 'ade20k-colours',
    bytes: colourBands([0x06e6e6, 0xff6600, 0x0bc8c8, 0x04fa07]),
    means: 'ADE20K',
    shifted: false,
    becomes: [SKY, MOUNTAIN, WATER, GRASS],
  },
  {
    // clouds, mountain, river, grass
    name: 'coco-colours',
    bytes: colourBands([0xc06000, 0xc0c0a0, 0x0060c0, 0x002080]),
    means: 'COCO-Stuff',
    shifted: false,
    becomes: [SKY, MOUNTAIN, WATER, GRASS],
  },
] as const

test.use({ settings: calmSettings })

test('label images of every kind become layers of the classes they mean', async ({ app, profile }) => {
  // Bugs it would catch: a palette index taken for a colour, a data set taken for another, labels shifted by one that
  // paint the sky as a floor, a layer that is squeezed or blurred on its way into the document.
  const { page } = app
  await untilReady(page)
  for (const { name, bytes, means, shifted } of images) {
    await app.answerDialog(write(path.join(profile.userFolder, `${name}.png`), bytes), () =>
      page.keyboard.press('Control+Shift+o'),
    )
    const dialog = page.getByRole('dialog', { name: `Import the labels of ${name}` })
    await expect(dialog.getByLabel('The values mean').locator('option:checked'), name).toHaveText(means)
    await expect(dialog.getByText('look shifted by one')).toHaveCount(shifted ? 1 : 0)
    await dialog.getByRole('button', { name: 'Add as a layer' }).click()
    await expect(layerRows(page).filter({ hasText: name })).toHaveCount(1)
  }
  const file = path.join(profile.userFolder, 'imported.cocanvas')
  await app.answerDialog(file, () => page.keyboard.press('Control+s'))
  await expect.poll(() => existsSync(file)).toBe(true)
  await expectUnsaved(page, false)
  for (const { name, becomes } of images) expect(bandsOf(savedLayer(file, name)), name).toEqual(becomes)
})

test('what a pack has no class for is mapped by hand', async ({ app, profile }) => {
  // Bugs it would catch: a mapping that is shown and not used; a face data set that is not recognised by its palette.
  const { page } = app
  await untilReady(page)
  const [background, skin, hair, cloth] = [0x000000, 0xcc0000, 0x0000cc, 0x00cc00]
  const image = write(path.join(profile.userFolder, 'face.png'), colourBands([hair, skin, cloth, background]))
  await app.answerDialog(image, () => page.keyboard.press('Control+Shift+o'))
  const dialog = page.getByRole('dialog', { name: 'Import the labels of face' })
  await expect(dialog.getByLabel('The values mean').locator('option:checked')).toHaveText('CelebAMask-HQ')
  await dialog.getByLabel('Class for hair').selectOption({ label: 'tree' })
  await dialog.getByLabel('Class for skin').selectOption({ label: 'sky' })
  await dialog.getByRole('button', { name: 'Open as a document' }).click()
  await expect(title(page)).toContainText('face')
  // The smallest document: labels are enlarged without new values in between.
  await expect(page.getByText('256 × 256 px')).toBeVisible()

  const file = path.join(profile.userFolder, 'face.cocanvas')
  await app.answerDialog(file, () => page.keyboard.press('Control+Shift+s'))
  await expect.poll(() => existsSync(file)).toBe(true)
  await expectUnsaved(page, false)
  expect(bandsOf(savedLayer(file, 'Labels'))).toEqual([TREE, SKY, OTHER, OTHER])
})

test('a photo is no label image, and the editor says what to do instead', async ({ app, profile }) => {
  // Bug it would catch: thousands of classes, or a window that hangs on them.
  const { page } = app
  await untilReady(page)
  const photo = write(path.join(profile.userFolder, 'noise.png'), colourNoise())
  await app.answerDialog(photo, () => page.keyboard.press('Control+Shift+o'))
  await expect(notices(page)).toContainText('add it as a reference photo instead')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(layerRows(page)).toHaveCount(1)
})

/** The classes in the middle of four bands. */
function bandsOf({ classIds, width }: SavedLayer): number[] {
  const height = classIds.length / width
  return [1, 3, 5, 7].map((eighth) => classIds[Math.floor((height * eighth) / 8) * width + width / 2] ?? -1)
}
