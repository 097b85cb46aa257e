import path from 'node:path'
import { expect, test } from '../e2e/fixtures.ts'
import { untilReady } from '../e2e/files/editor-steps.ts'
import { repositoryFolder } from '../e2e/shells/repository.ts'
import { takePicture } from './picture-file.ts'

const PORTRAIT = path.join(repositoryFolder, 'test/fixtures/faces/female_10.jpg')

for (const theme of ['dark', 'light'] as const) {
  test.describe(theme, () => {
    test.use({ settings: { theme, language: 'en', firstRunDone: true } })

    test(`a portrait is made up, ${theme}`, async ({ app }) => {
      const { page } = app
      const settled = (): Promise<void> =>
        expect(page.getByTestId('makeup-state')).toHaveAttribute('data-busy', 'false', { timeout: 120_000 })
      await untilReady(page)
      await page.keyboard.press('Control+k')
      await page.keyboard.type('Open a photo')
      await app.answerDialog(PORTRAIT, () => page.keyboard.press('Enter'))
      await expect(page.getByText('One face was found.')).toBeVisible()
      await page
        .getByRole('list', { name: 'Photos to take make-up from' })
        .getByRole('button', { name: 'Rose shadow' })
        .click()
      await settled()
      await page.getByRole('radio', { name: 'Compare' }).click()
      await takePicture(page, `make-up-${theme}`)
    })
  })
}
