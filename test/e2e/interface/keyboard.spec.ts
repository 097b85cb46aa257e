import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { calmSettings, expectUnsaved, layerRows, untilReady } from '../files/editor-steps.ts'

test.use({ settings: calmSettings })

test('a document is made, changed and undone without a pointer', async ({ app }) => {
  // Bug it would catch: a step of the everyday round that only a mouse can do.
  const { page } = app
  await untilReady(page)
  await page.keyboard.press('Control+Alt+n')
  const dialog = page.getByRole('dialog', { name: 'New document' })
  await expect(dialog).toBeVisible()
  await tabTo(page, 'Create')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await untilReady(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('label layer')
  await expect(page.getByRole('option', { name: /Add a label layer/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(layerRows(page)).toHaveCount(2)
  await expectUnsaved(page, true)
  await page.keyboard.press('e')
  await expect(page.getByRole('button', { name: 'Eraser', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Control+z')
  await expect(layerRows(page)).toHaveCount(1)
})

test('Tab goes through the window in the order of reading, and every stop can be seen', async ({ app }) => {
  // Bugs it would catch: a trap, a control that Tab skips, a focus that is nowhere to be seen.
  const { page } = app
  await untilReady(page)
  const stops: string[] = []
  for (let count = 0; count < 120; count += 1) {
    await page.keyboard.press('Tab')
    const stop = await focusedPlace(page)
    if (stop === null) break
    expect(stop.visible, `${stop.name} shows its focus`).toBe(true)
    stops.push(stop.place)
  }
  const places = stops.filter((place, index) => place !== stops[index - 1])
  expect(places).toEqual(
    ['header', 'toolbar', 'nav', 'main', 'strip', 'aside', 'footer'].filter((p) => places.includes(p)),
  )
  for (const place of ['header', 'toolbar', 'nav', 'main', 'aside', 'footer']) expect(places).toContain(place)
})

test('the shortcut sheet finds a command, gives it new keys, and the keys work at once and after a restart', async ({
  app,
  launch,
}) => {
  // Bugs it would catch: keys that are shown and do nothing, a taken key that two commands share, a binding that is lost.
  const { page } = app
  await untilReady(page)
  await page.keyboard.press('Control+/')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await sheet.getByRole('textbox', { name: 'Search commands' }).fill('eraser')
  const keys = sheet.getByRole('button', { name: 'Change the keys of Eraser', exact: true })
  await expect(
    sheet.getByRole('button', { name: /^Change the keys of/ }).first(),
    'the best match comes first',
  ).toHaveAccessibleName('Change the keys of Eraser')
  await keys.click()
  await page.keyboard.press('b')
  await expect(keys).toContainText('B is used by Brush; press it again to take it.')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeVisible()
  await keys.click()
  await page.keyboard.press('Shift+d')
  await expect(keys).toContainText('D')
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await pressAndExpect(page, 'Shift+d', 'Eraser')
  await pressAndExpect(page, 'b', 'Brush')
  await page.keyboard.press('e')
  await expect(page.getByRole('button', { name: 'Eraser', exact: true }), 'the old key is free').toHaveAttribute(
    'aria-pressed',
    'false',
  )
  await app.close()

  const again = await launch()
  await untilReady(again.page)
  await pressAndExpect(again.page, 'Shift+d', 'Eraser')
  await again.page.keyboard.press('Control+/')
  const later = again.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await later.getByRole('button', { name: 'Reset all' }).click()
  await again.page.keyboard.press('Escape')
  await pressAndExpect(again.page, 'b', 'Brush')
  await pressAndExpect(again.page, 'e', 'Eraser')
})

test('the command palette finds commands by other words, and says when there is none', async ({ app }) => {
  // Bug it would catch: a palette in which Enter runs something else than what is marked.
  const { page } = app
  await untilReady(page)
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await page.keyboard.type('zzzz')
  await expect(palette).toContainText('No command has this name; try another word.')
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('sett')
  await expect(palette.getByRole('option', { name: /^Settings/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
})

test('menus open and run by arrow keys', async ({ app }) => {
  // Bug it would catch: a menu bar that only looks like one.
  const { page } = app
  await untilReady(page)
  await page.getByRole('menuitem', { name: 'File' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('menu', { name: 'Edit' })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('menu', { name: 'Help' })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('menuitem', { name: 'Works offline' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Works offline' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

async function pressAndExpect(page: Page, key: string, tool: string): Promise<void> {
  await page.keyboard.press(key)
  await expect(page.getByRole('button', { name: tool, exact: true })).toHaveAttribute('aria-pressed', 'true')
}

async function tabTo(page: Page, name: string): Promise<void> {
  const target = page.getByRole('button', { name, exact: true })
  for (let count = 0; count < 30; count += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

/** Which part of the window has the focus, and whether one sees it; null when the page has let go of it. */
function focusedPlace(
  page: Page,
): Promise<{ readonly place: string; readonly name: string; readonly visible: boolean } | null> {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || focused === document.body) return null
    // Panels have headers of their own.
    const region =
      focused.closest('aside') ?? focused.closest('header, nav, main, footer, [role=toolbar], [class*=strip]')
    const place = region?.getAttribute('role') ?? region?.tagName.toLowerCase() ?? 'none'
    const style = getComputedStyle(focused)
    // A slider shows it on its thumb, which no style of the element tells.
    const slider = focused instanceof HTMLInputElement && focused.type === 'range'
    const visible = slider || style.outlineStyle !== 'none' || style.boxShadow !== 'none'
    return {
      place: place === 'div' ? 'strip' : place,
      name: focused.getAttribute('aria-label') ?? focused.textContent,
      visible,
    }
  })
}
