import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { LayoutCanvas } from './layout-canvas.ts'

test.use({ settings: { language: 'en', firstRunDone: true, packId: 'tiny', liveMode: 'manual' } })
test.setTimeout(120_000)

test('what is selected is what tools, clipboard and moves act on', async ({ app: { page } }) => {
  const canvas = await LayoutCanvas.show(page)
  const status = page.getByRole('contentinfo', { name: 'Status' })

  await test.step('a selection keeps paint inside', async () => {
    // Bug it would catch: a stroke that crosses the edge of the selection.
    await choose(page, 'Select a rectangle')
    await canvas.drag([20, 20], [40, 40], [80, 80])
    await expect(status).toContainText('60 × 60 selected')
    await page.keyboard.press('5')
    await page.keyboard.press('b')
    await canvas.drag([5, 50], [150, 50])
    await page.keyboard.press('Control+d')
    await expect(status).not.toContainText('selected')
    await canvas.expectClasses([
      [[12, 50], 'sky'],
      [[22, 50], 'tree'],
      [[78, 50], 'tree'],
      [[82, 50], 'sky'],
    ])
  })

  await test.step('a lasso selects, Shift adds to it, and inverting turns it round', async () => {
    // Bug it would catch: modifiers that replace the selection, or an inversion of the bounding box only.
    await page.keyboard.press('6')
    await choose(page, 'Lasso')
    await page.getByRole('radio', { name: 'Select', exact: true }).click()
    await canvas.drag([100, 100], [140, 100], [140, 140], [100, 140])
    await page.keyboard.down('Shift')
    await canvas.drag([180, 100], [220, 100], [220, 140], [180, 140])
    await page.keyboard.up('Shift')
    await expect(status).toContainText(/(119|12\d) × 4\d selected/)
    await page.keyboard.press('Control+Shift+i')
    await choose(page, 'Fill')
    await canvas.click([120, 200])
    await page.keyboard.press('Control+d')
    await canvas.expectClasses([
      [[120, 120], 'sky'],
      [[200, 120], 'sky'],
      [[160, 120], 'road'],
      [[240, 240], 'road'],
    ])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await canvas.expectClasses([[[240, 240], 'sky']])
    await page.keyboard.press('Control+d')
  })

  await test.step('copied labels are pasted afloat, moved by the pointer, and land with Enter', async () => {
    // Bug it would catch: a paste that lands at once, or takes its source away.
    await choose(page, 'Select a rectangle')
    await canvas.drag([20, 34], [40, 50], [60, 66])
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+v')
    await canvas.drag([40, 50], [100, 150], [140, 180])
    await canvas.expectClasses([
      [[140, 180], 'tree'],
      [[30, 50], 'tree'],
    ])
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+d')
    await canvas.expectClasses([
      [[122, 170], 'tree'],
      [[158, 190], 'tree'],
      [[162, 180], 'sky'],
      [[30, 50], 'tree'],
    ])
  })

  await test.step('a moved selection leaves a hole, and Esc brings all back', async () => {
    // Bug it would catch: moved pixels that stay where they were, or a transform that cannot be given up.
    await choose(page, 'Select a rectangle')
    await canvas.drag([115, 160], [140, 180], [170, 200])
    await choose(page, 'Move and transform')
    await canvas.drag([140, 180], [180, 140], [200, 120])
    await canvas.expectClasses([
      [[140, 180], 'sky'],
      [[200, 120], 'tree'],
    ])
    await page.keyboard.press('Escape')
    await canvas.expectClasses([
      [[140, 180], 'tree'],
      [[200, 120], 'sky'],
    ])
    await expect(page.getByTestId('live-pill'), 'Esc belonged to the move').not.toHaveText(/Paused/)
  })

  await test.step('arrows nudge, cut takes away, one undo each brings back', async () => {
    // Bug it would catch: a nudge that eats the edge, or a cut of more than the selection.
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('ArrowRight')
    await canvas.expectClasses([
      [[122, 166], 'sky'],
      [[140, 205], 'tree'],
    ])
    await page.keyboard.press('Control+x')
    await canvas.expectClasses([
      [[140, 200], 'sky'],
      [[30, 50], 'tree'],
    ])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+d')
    await canvas.expectClasses([
      [[122, 166], 'tree'],
      [[140, 205], 'sky'],
    ])
  })

  await test.step('Esc gives a paste from the menu up', async () => {
    // Bug it would catch: keys that go nowhere, or pause the pictures, because the menu kept the focus.
    await page.getByRole('menuitem', { name: 'Edit' }).click()
    await page.getByRole('menuitem', { name: 'Paste' }).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+d')
    await expect(page.getByTestId('live-pill')).not.toHaveText(/Paused/)
    await expect(page.getByRole('button', { name: 'Redo' }), 'nothing landed').toBeVisible()
  })
})

async function choose(page: Page, tool: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name: tool, exact: true }).click()
}
