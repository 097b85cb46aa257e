import { rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../e2e/fixtures.ts'
import { takePicture } from './picture-file.ts'

for (const theme of ['dark', 'light'] as const) {
  test.describe(theme, () => {
    test.use({ settings: { theme, language: 'en', firstRunDone: true, startScreen: true, packId: 'landscape' } })

    test(`somebody is posed, ${theme}`, async ({ launch, profile }) => {
      rmSync(path.join(profile.dataFolder, 'packs/tiny'), { recursive: true })
      const { page } = await launch()
      await page
        .getByRole('dialog', { name: 'Start' })
        .getByRole('button', { name: /Pose a person/ })
        .click()
      await expect(page.getByRole('region', { name: 'Pose library' })).toBeVisible()
      await takePicture(page, `pose-start-${theme}`)
    })
  })
}
