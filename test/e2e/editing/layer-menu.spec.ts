import { expect, test } from '../fixtures.ts'
import { calmSettings, layerRows, untilReady } from '../files/editor-steps.ts'

test.use({ settings: calmSettings })

test('a layer has a menu at the pointer and by key', async ({ app: { page } }) => {
  // Bugs it would catch: a menu of another layer than the one under the pointer, one that keys cannot reach, leave or run.
  await untilReady(page)
  await page.keyboard.press('Control+Shift+n')
  await expect(layerRows(page)).toHaveCount(2)
  const upper = layerRows(page).nth(0)
  const lower = layerRows(page).nth(1)
  const menu = page.getByRole('menu', { name: 'Labels', exact: true })

  await lower.click({ button: 'right' })
  await expect(menu.getByRole('menuitem', { name: 'Merge with the layer below' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(lower.getByRole('button', { name: 'Labels', exact: true })).toHaveAttribute('aria-pressed', 'true')

  await lower.click({ button: 'right' })
  await menu.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Layer name' }).fill('Ground')
  await page.keyboard.press('Enter')
  await expect(lower.getByRole('button', { name: 'Ground', exact: true })).toBeVisible()

  await upper.getByRole('button', { name: 'Labels 2', exact: true }).focus()
  await page.keyboard.press('Shift+F10')
  const byKey = page.getByRole('menu', { name: 'Labels 2' })
  await expect(byKey.getByRole('menuitem', { name: 'Rename' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(byKey.getByRole('menuitem', { name: 'Delete the layer' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(byKey).toHaveCount(0)
  await expect(layerRows(page)).toHaveCount(1)

  await lower.or(upper).first().click({ button: 'right' })
  await expect(page.getByRole('menu', { name: 'Ground' })).toBeVisible()
  await page.mouse.click(400, 400)
  await expect(page.getByRole('menu', { name: 'Ground' })).toHaveCount(0)
})
