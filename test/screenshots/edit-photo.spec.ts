import { rmSync } from 'node:fs'
import path from 'node:path'
import { test } from '../e2e/fixtures.ts'
import { growForest, wantWater } from './photo-edits.ts'
import { takePicture } from './picture-file.ts'

for (const theme of ['dark', 'light'] as const) {
  test.describe(theme, () => {
    test.use({ settings: { theme, language: 'en', firstRunDone: true, packId: 'landscape' } })

    test(`a photo is edited, ${theme}`, async ({ launch, profile }) => {
      rmSync(path.join(profile.dataFolder, 'packs/tiny'), { recursive: true })
      const app = await launch()
      const { page } = app
      await growForest(app)
      await takePicture(page, `edit-photo-${theme}`)
      await page.getByRole('radio', { name: 'Before and after' }).click()
      await takePicture(page, `edit-photo-compare-${theme}`)
      await page.getByRole('radio', { name: 'Result' }).click()
      await wantWater(app)
      await takePicture(page, `edit-photo-lend-${theme}`)
    })
  })
}
