import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/fixtures.ts'
import { runCommand, untilReady } from '../e2e/files/editor-steps.ts'
import { takePicture } from './picture-file.ts'

for (const theme of ['dark', 'light'] as const) {
  test.describe(theme, () => {
    test.use({ settings: { theme, language: 'en', firstRunDone: true, packId: 'faces' } })

    test(`a face by masks, ${theme}`, async ({ launch, profile }) => {
      rmSync(path.join(profile.dataFolder, 'packs/tiny'), { recursive: true })
      const { page } = await launch()
      await untilReady(page)
      await layTemplate(page, 'Masks', 'Long hair')
      await page
        .getByRole('button', { name: /^Quiet light/ })
        .first()
        .click()
      await pictureDone(page)
      await takePicture(page, `face-masks-${theme}`)
    })

    test(`a face by edges, ${theme}`, async ({ launch, profile }) => {
      rmSync(path.join(profile.dataFolder, 'packs/tiny'), { recursive: true })
      const { page } = await launch()
      await untilReady(page)
      await layTemplate(page, 'Edges', 'Short hair')
      await page
        .getByRole('button', { name: /^Dark bob/ })
        .first()
        .click()
      await pictureDone(page)
      await takePicture(page, `face-edges-${theme}`)
    })
  })
}

async function layTemplate(page: Page, form: string, name: string): Promise<void> {
  await runCommand(page, 'Face template')
  const dialog = page.getByRole('dialog', { name: 'Face templates' })
  await dialog.getByRole('radio', { name: form }).click()
  await dialog.getByRole('button', { name, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

async function pictureDone(page: Page): Promise<void> {
  const pill = page.getByTestId('live-pill')
  await expect(pill).toHaveAttribute('data-outdated', 'false')
  await expect(pill).toHaveAttribute('data-phase', 'idle')
}
