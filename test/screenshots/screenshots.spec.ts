import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../e2e/fixtures.ts'
import { chooseClass, paint, runCommand, untilReady } from '../e2e/files/editor-steps.ts'
import { takePicture } from './picture-file.ts'

for (const theme of ['dark', 'light'] as const) {
  test.describe(theme, () => {
    test.use({ settings: { theme, language: 'en' } })

    test(`the main states, ${theme}`, async ({ launch, profile }) => {
      // Other specs' small pack has random weights; a user has never seen it.
      rmSync(path.join(profile.dataFolder, 'packs/tiny'), { recursive: true })
      const { page } = await launch()
      await untilReady(page)
      await pictureDone(page)
      await takePicture(page, `first-run-${theme}`)

      await page.getByRole('button', { name: 'Hide the first steps' }).click()
      await paintHills(page)
      await pictureDone(page)
      await takePicture(page, `painting-${theme}`)

      await page.getByRole('radio', { name: 'Before / after' }).click()
      await pictureDone(page)
      await takePicture(page, `before-after-${theme}`)

      await page.getByRole('radio', { name: 'Side by side' }).click()
      await inspect(page)
      await takePicture(page, `inspector-${theme}`)
      await page.getByRole('switch', { name: 'Inspect where pixels come from' }).click()

      await rankLibrary(page)
      await takePicture(page, `exemplar-library-${theme}`)

      await giveSkyItsPhoto(page)
      await takePicture(page, `regions-${theme}`)

      for (const [title, name] of [
        ['Settings', 'settings'],
        ['Keyboard shortcuts', 'shortcuts'],
        ['Model packs', 'packs'],
      ] as const) {
        await runCommand(page, title)
        await expect(page.getByRole('dialog', { name: title })).toBeVisible()
        if (name === 'packs') await expect(page.getByRole('button', { name: 'Verify' }).first()).toBeVisible()
        await takePicture(page, `${name}-${theme}`)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }

      await page.evaluate(() => window.cocanvas.setSettings({ language: 'ko' }))
      await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
      expect(await hasKoreanLetters(page), 'a Korean font is installed: put one into /usr/local/share/fonts').toBe(true)
      await takePicture(page, `korean-${theme}`)
    })
  })
}

/** The window is up to date: the last stroke is in the picture, and every thumbnail is there. */
async function pictureDone(page: Page): Promise<void> {
  const pill = page.getByTestId('live-pill')
  await expect(pill).toHaveAttribute('data-outdated', 'false')
  await expect(pill).toHaveAttribute('data-phase', 'idle')
  const loading = (): Promise<number> =>
    page.evaluate(() => [...document.images].filter(({ complete }) => !complete).length)
  await expect.poll(loading).toBe(0)
}

/** What a person does in the first minute: a wood on the left shore. */
async function paintHills(page: Page): Promise<void> {
  await chooseClass(page, 'tree')
  await paint(page, [[-0.42, 0.02], [-0.34, -0.04], [-0.26, 0], [-0.18, 0.03]]) // prettier-ignore
  await paint(page, [[-0.4, 0.06], [-0.3, 0.04], [-0.2, 0.08]]) // prettier-ignore
}

async function inspect(page: Page): Promise<void> {
  await page.getByRole('switch', { name: 'Inspect where pixels come from' }).click()
  const catcher = page.getByTestId('inspector-catcher')
  await catcher.click({ position: await middleOf(catcher) })
  await expect(page.getByTestId('best-match')).toBeVisible()
  await page.getByTestId('heat-map').scrollIntoViewIfNeeded()
  await pictureDone(page)
}

async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox()
  return { x: (box?.width ?? 0) * 0.25, y: (box?.height ?? 0) * 0.52 }
}

/** Photos ordered by how well they suit the layout, which asks for the labels of each. */
async function rankLibrary(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Exemplar', exact: true })
  await panel.getByRole('button', { name: 'Best for this layout first' }).click()
  // Photos that were never used are labelled first.
  const photos = panel.getByRole('list', { name: 'Exemplar photos' }).getByRole('listitem')
  await expect(photos.filter({ hasText: '%' })).toHaveCount(await photos.count())
  await page.getByRole('complementary').evaluate((panels) => panels.scrollTo({ top: 0 }))
  await pictureDone(page)
}

/** A layer whose photo is not that of the picture: another sky. */
async function giveSkyItsPhoto(page: Page): Promise<void> {
  await runCommand(page, 'Add a label layer')
  await chooseClass(page, 'sky')
  await page.getByRole('combobox', { name: 'Paint only over' }).selectOption({ label: 'sky' })
  for (const y of [-0.46, -0.4, -0.34, -0.28, -0.22, -0.16, -0.1]) await paint(page, [[-0.49, y], [0.49, y]]) // prettier-ignore
  await page.getByRole('combobox', { name: 'Paint only over' }).selectOption({ label: 'Any class' })
  // The new layer is the topmost.
  await page
    .getByRole('button', { name: /^Give .* a photo of its own$/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: /^Photo of / })
  await dialog.getByRole('button', { name: /^Sunset/ }).click()
  await expect(dialog).toHaveCount(0)
  await pictureDone(page)
}

/** Without a font for them all letters look the same: like nothing. */
function hasKoreanLetters(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const drawn = (letter: string): string => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 })
      const context = canvas.getContext('2d')
      if (context !== null) {
        context.font = `24px ${getComputedStyle(document.body).fontFamily}`
        context.fillText(letter, 4, 30)
      }
      return canvas.toDataURL()
    }
    return drawn('한') !== drawn('글')
  })
}
