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
      await openPhoto(app, path.join(repositoryFolder, 'assets/exemplars/landscape/picosdeeuropa.jpg'))
      await page.getByRole('slider', { name: 'Size' }).fill('700')
      await stroke(app, 'grass', [0.2, 0.86], [0.7, 0.88])
      const asked = page.getByRole('dialog', { name: 'This photo shows no grass' })
      await expect(asked).toBeVisible()
      await expect(asked.getByText('not analysed yet')).toHaveCount(0)
      await takePicture(page, `edit-photo-lend-${theme}`)
      await asked.getByRole('listitem').first().getByRole('button').click()
      await untilMade(app)
      await takePicture(page, `edit-photo-${theme}`)
      await page.getByRole('radio', { name: 'Before and after' }).click()
      await page.getByRole('slider', { name: 'Opacity' }).fill('0')
      await takePicture(page, `edit-photo-compare-${theme}`)
    })
  })
}
