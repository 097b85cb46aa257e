import { rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../e2e/fixtures.ts'
import { openPhoto, stroke, untilMade } from '../e2e/photo/photo-steps.ts'
import { repositoryFolder } from '../e2e/shells/repository.ts'
import { takePicture } from './picture-file.ts'

for (const theme of ['dark', 'light'] as const) {
  test.describe(theme, () => {
    test.use({ settings: { theme, language: 'en', firstRunDone: true, packId: 'landscape' } })

    test(`a photo is edited, ${theme}`, async ({ launch, profile }) => {
      rmSync(path.join(profile.dataFolder, 'packs/tiny'), { recursive: true })
      const app = await launch()
      const { page } = app
      await openPhoto(app, path.join(repositoryFolder, 'assets/exemplars/landscape/aitzgorri.jpg'))
      // A lake in the hollow of the meadow, with a shore that no single stroke would make.
      await page.getByRole('slider', { name: 'Size' }).fill('60')
      await stroke(app, 'water', [0.28, 0.8], [0.62, 0.82])
      const asked = page.getByRole('dialog', { name: 'This photo shows no water' })
      await expect(asked).toBeVisible()
      await expect(asked.getByText('not analysed yet')).toHaveCount(0)
      await takePicture(page, `edit-photo-lend-${theme}`)
      await asked.getByRole('listitem').first().getByRole('button').click()
      await page.getByRole('slider', { name: 'Size' }).fill('35')
      await stroke(app, 'water', [0.22, 0.79], [0.34, 0.78])
      await stroke(app, 'water', [0.36, 0.85], [0.54, 0.86])
      await stroke(app, 'water', [0.58, 0.8], [0.69, 0.84])
      await untilMade(app)
      await takePicture(page, `edit-photo-${theme}`)
      await page.getByRole('radio', { name: 'Before and after' }).click()
      await takePicture(page, `edit-photo-compare-${theme}`)
    })
  })
}
