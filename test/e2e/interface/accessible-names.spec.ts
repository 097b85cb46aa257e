import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { calmSettings, runCommand, untilReady } from '../files/editor-steps.ts'

test.use({ settings: calmSettings })

/** Windows over the window, by the command that opens each. */
const DIALOGS = ['Settings', 'Keyboard shortcuts', 'Model packs', 'Works offline', 'New document', 'Export…'] as const

test('every control has a name for screen readers, and no id is given twice', async ({ app }) => {
  // Bugs it would catch: a button that is an icon and nothing else, a label that points at another field.
  const { page } = app
  await untilReady(page)
  await page.getByRole('button', { name: 'Expand History' }).click()
  expect(await faultsOf(page)).toEqual([])
  for (const title of DIALOGS) {
    await runCommand(page, title)
    await expect(page.getByRole('dialog', { name: title.replace('…', ''), exact: true })).toBeVisible()
    expect(await faultsOf(page), title).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
})

test('the landmarks of the window are there once each', async ({ app }) => {
  // Bug it would catch: a window in which a screen reader cannot jump.
  const { page } = app
  await untilReady(page)
  await expect(page.getByRole('main', { name: 'Canvas' })).toHaveCount(1)
  await expect(page.getByRole('navigation', { name: 'Tools' })).toHaveCount(1)
  await expect(page.getByRole('complementary', { name: 'Panels' })).toHaveCount(1)
  await expect(page.getByRole('toolbar', { name: 'Tool options' })).toHaveCount(1)
  await expect(page.getByRole('contentinfo')).toHaveCount(1)
  for (const panel of ['Exemplar', 'Classes', 'Layers', 'Correspondence', 'History', 'Results']) {
    await expect(page.getByRole('region', { name: panel, exact: true }), panel).toHaveCount(1)
  }
})

/** What is wrong with names and ids, as the browser's own accessibility tree tells it. */
async function faultsOf(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  await devtools.detach()
  const named = new Set([
    'button',
    'checkbox',
    'combobox',
    'dialog',
    'img',
    'link',
    'listbox',
    'menuitem',
    'option',
    'radio',
  ])
  for (const role of ['radiogroup', 'searchbox', 'slider', 'spinbutton', 'switch', 'tab', 'textbox']) named.add(role)
  const nameless = nodes
    .filter(({ ignored, role, name }) => !ignored && named.has(String(role?.value)) && String(name?.value ?? '') === '')
    .map(({ role, backendDOMNodeId }) => `nameless ${String(role?.value)} (node ${String(backendDOMNodeId)})`)
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} twice`)
  })
  const dangling = await page.evaluate(() =>
    ['aria-labelledby', 'aria-describedby', 'for'].flatMap((attribute) =>
      [...document.querySelectorAll(`[${attribute}]`)].flatMap((element) =>
        (element.getAttribute(attribute) ?? '')
          .split(' ')
          .filter((id) => document.getElementById(id) === null)
          .map((id) => `${attribute} ${id} leads nowhere`),
      ),
    ),
  )
  return [...nameless, ...twice, ...dangling]
}
