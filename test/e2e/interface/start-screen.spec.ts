import { untilReady } from '../files/editor-steps.ts'
import { expect, test } from '../fixtures.ts'

const settings = { language: 'en', firstRunDone: true, packId: 'tiny', liveMode: 'manual' } as const

test.describe('with the start screen', () => {
  test.use({ settings: { ...settings, startScreen: true } })

  test('offers what the packs can do, by keyboard alone', async ({ app }) => {
    // Would catch: a start screen that cannot be left, or whose first offer has no focus.
    const start = app.page.getByRole('dialog', { name: 'Start' })
    await expect(start).toBeVisible()
    await expect(start.getByRole('button', { name: /Paint a layout/ })).toBeFocused()
    await app.page.keyboard.press('Enter')
    await expect(app.page.getByRole('dialog', { name: /New/ })).toBeVisible()
    await expect(start).toBeHidden()
  })

  test('is not shown again once the user says so', async ({ app, launch }) => {
    // Would catch: a switch that is forgotten.
    const start = app.page.getByRole('dialog', { name: 'Start' })
    await start.getByRole('switch', { name: 'Show this at every start' }).click()
    await expect
      .poll(() => app.page.evaluate(async () => (await window.cocanvas.getSettings()).startScreen))
      .toBe(false)
    await app.page.keyboard.press('Escape')
    await expect(start).toBeHidden()
    await app.close()
    const again = await launch()
    await expect(again.page.getByRole('main', { name: 'Canvas' })).toBeVisible()
    await expect(again.page.getByRole('dialog')).toHaveCount(0)
  })
})

test.describe('switched off', () => {
  test.use({ settings: { ...settings, startScreen: false } })

  test('comes by command, too', async ({ app }) => {
    // Would catch: a start screen that only a new profile sees.
    await untilReady(app.page)
    await app.page.keyboard.press('Control+K')
    await expect(app.page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
    await app.page.keyboard.type('start screen')
    await app.page.keyboard.press('Enter')
    await expect(app.page.getByRole('dialog', { name: 'Start' })).toBeVisible()
  })
})

test.describe('the very first start', () => {
  test.use({ settings: { language: 'en', packId: 'tiny', liveMode: 'manual' } })

  test('begins with the pair of layout and photo that looks best', async ({ app: { page } }) => {
    // Would catch: a first picture of flat mountains over a muddy lake, which is what people judged the program by.
    await expect(page.getByTestId('project-title')).toContainText('Meadow road')
    const photos = page.getByRole('region', { name: 'Exemplar' }).getByRole('listitem')
    await expect(photos.first().getByRole('button', { name: /^Aitzgorri/ })).toHaveAttribute('aria-pressed', 'true')
  })
})
