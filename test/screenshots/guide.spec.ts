import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { EditorSettings } from '../../electron/contract/editor-settings.ts'
import { chooseClass, paint, runCommand, untilReady } from '../e2e/files/editor-steps.ts'
import { expect, test } from '../e2e/fixtures.ts'
import type { Profile } from '../e2e/shells/profile.ts'
import { repositoryFolder } from '../e2e/shells/repository.ts'
import { growForest } from './photo-edits.ts'
import { takeGuidePicture } from './picture-file.ts'

/** The pictures of docs/guide, one of each page in each language. */
const user: Partial<EditorSettings> = { theme: 'light', language: 'en', firstRunDone: true, packId: 'landscape' }

test.use({ settings: user })
// Other specs' small pack has random weights; a user has never seen it.
test.beforeEach(({ profile }) => withoutTinyPack(profile))

test('paint', async ({ app: { page } }) => {
  await untilReady(page)
  await chooseClass(page, 'tree')
  await paint(page, [[-0.42, 0.02], [-0.34, -0.04], [-0.26, 0], [-0.18, 0.03]]) // prettier-ignore
  await pictureDone(page)
  await takeBoth(page, 'paint')
})

test('photo', async ({ app }) => {
  await growForest(app)
  await takeBoth(app.page, 'photo')
})

test('make-up', async ({ app }) => {
  const { page } = app
  await untilReady(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Open a photo')
  await app.answerDialog(path.join(repositoryFolder, 'test/fixtures/faces/female_10.jpg'), () =>
    page.keyboard.press('Enter'),
  )
  await expect(page.getByText('One face was found.')).toBeVisible()
  await page
    .getByRole('button', { name: /^Red lips/ })
    .first()
    .click()
  await expect(page.getByTestId('makeup-state')).toHaveAttribute('data-busy', 'false')
  await takeBoth(page, 'make-up')
})

test.describe('faces', () => {
  test.use({ settings: { ...user, packId: 'faces' } })

  test('faces', async ({ app: { page } }) => {
    await untilReady(page)
    await runCommand(page, 'Face template')
    const dialog = page.getByRole('dialog', { name: 'Face templates' })
    await dialog.getByRole('radio', { name: 'Masks' }).click()
    await dialog.getByRole('button', { name: 'Long hair', exact: true }).click()
    await expect(dialog).toHaveCount(0)
    await page
      .getByRole('button', { name: /^Quiet light/ })
      .first()
      .click()
    await pictureDone(page)
    await takeBoth(page, 'faces')
  })
})

test('people', async ({ app: { page } }) => {
  await untilReady(page)
  await runCommand(page, 'New picture of a person')
  await page
    .getByRole('button', { name: /^Camel coat/ })
    .first()
    .click()
  await expect(page.getByTestId('exemplar-skeleton')).toBeVisible()
  await page.getByRole('button', { name: 'Waving', exact: true }).click()
  await pictureDone(page)
  await takeBoth(page, 'people')
})

async function pictureDone(page: Page): Promise<void> {
  const pill = page.getByTestId('live-pill')
  await expect(pill).toHaveAttribute('data-outdated', 'false')
  await expect(pill).toHaveAttribute('data-phase', 'idle')
  const loading = (): Promise<number> =>
    page.evaluate(() => [...document.images].filter(({ complete }) => !complete).length)
  await expect.poll(loading).toBe(0)
}

async function takeBoth(page: Page, name: string): Promise<void> {
  await takeGuidePicture(page, `${name}-en`)
  await page.evaluate(() => window.cocanvas.setSettings({ language: 'ko' }))
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await takeGuidePicture(page, `${name}-ko`)
}

function withoutTinyPack({ dataFolder }: Profile): void {
  rmSync(path.join(dataFolder, 'packs/tiny'), { recursive: true })
}
