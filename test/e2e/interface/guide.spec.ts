import { calmSettings, untilReady } from '../files/editor-steps.ts'
import { expect, test } from '../fixtures.ts'

test.describe('the guide', () => {
  test.use({ settings: calmSettings })

  test('opens from the keyboard and shows a page for each use', async ({ app: { page } }) => {
    // Bugs it would catch: pages that are fetched instead of built in, or Markdown shown as it is written.
    await untilReady(page)
    await page.keyboard.press('F1')
    const guide = page.getByRole('dialog', { name: 'Guide' })
    await expect(guide.getByRole('heading', { name: 'Paint a picture' })).toBeVisible()
    await guide.getByRole('button', { name: 'Pose a person' }).click()
    await expect(guide.getByRole('article')).toContainText('Keep lengths of bones')
    await expect(guide.getByRole('article')).not.toContainText('**')
    for (const name of ['Edit a photo', 'Make-up', 'Faces', 'Many pictures at once'])
      await expect(guide.getByRole('button', { name })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(guide).toHaveCount(0)
  })
})

test.describe('the guide in Korean', () => {
  test.use({ settings: { ...calmSettings, language: 'ko' } })

  test('is in the language of the window', async ({ app: { page } }) => {
    await expect(page.getByRole('region', { name: '레이어', exact: true })).toBeVisible()
    await page.keyboard.press('F1')
    await expect(
      page.getByRole('dialog', { name: '사용 설명서' }).getByRole('heading', { name: '그림 그리기' }),
    ).toBeVisible()
  })
})
