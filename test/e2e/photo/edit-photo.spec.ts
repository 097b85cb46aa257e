import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from '../fixtures.ts'
import type { RunningApp } from '../shells/running-app.ts'

test.use({ settings: { language: 'en', firstRunDone: true, packId: 'tiny' } })

/** A photo of sky over grass with grain, of odd sides, that the annotator labels. */
async function makePhoto(file: string, width = 901, height = 602): Promise<void> {
  const pixels = Buffer.alloc(width * height * 3)
  let noise = 1
  for (let at = 0; at < width * height; at += 1) {
    noise = (noise * 1103515245 + 12345) % 2147483648
    const grain = (noise % 17) - 8
    const y = Math.floor(at / width) / height
    const [red, green, blue] = y < 0.5 ? [120, 170 + 40 * y, 235] : [80, 140 - 30 * y, 50]
    pixels[3 * at] = red + grain
    pixels[3 * at + 1] = green + grain
    pixels[3 * at + 2] = blue + grain
  }
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(file)
}

async function openPhoto(app: RunningApp, file: string): Promise<void> {
  await app.answerDialog(file, async () => {
    await app.page.keyboard.press('Control+Alt+O')
  })
  await expect(app.page.getByTestId('making-pill')).toBeVisible({ timeout: 20_000 })
}

test('a painted place changes, everything else stays the photo, bit by bit', async ({ app, profile }) => {
  const photo = path.join(profile.userFolder, 'meadow.png')
  await makePhoto(photo)
  await openPhoto(app, photo)
  const { page } = app
  const canvas = page.getByTestId('canvas-area')
  const box = await canvas.boundingBox()
  if (box === null) throw new Error('no canvas')
  await page.screenshot({ path: '/tmp/photos-1.png' })
  await page.mouse.move(box.x + box.width * 0.45, box.y + box.height * 0.7)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.55, box.y + box.height * 0.7, { steps: 8 })
  await page.mouse.up()
  const pill = page.getByTestId('making-pill')
  await expect(pill).toHaveAttribute('data-changed', 'true')
  await expect(pill).toHaveAttribute('data-full', 'true', { timeout: 60_000 })
  await page.screenshot({ path: '/tmp/photos-2.png' })
  const target = path.join(profile.userFolder, 'edited.png')
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export the photo' })
  await app.answerDialog(target, () => dialog.getByRole('button', { name: 'Export…' }).click())
  await expect.poll(() => existsSync(target), { timeout: 20_000 }).toBe(true)
  const before = await sharp(readFileSync(photo)).raw().toBuffer()
  const after = await sharp(readFileSync(target)).raw().toBuffer()
  expect(after.length).toBe(before.length)
  let changed = 0
  for (let at = 0; at < before.length; at += 3)
    if (before[at] !== after[at] || before[at + 1] !== after[at + 1] || before[at + 2] !== after[at + 2]) changed += 1
  expect(changed).toBeGreaterThan(200)
  expect(changed / (before.length / 3)).toBeLessThan(0.2)
})
