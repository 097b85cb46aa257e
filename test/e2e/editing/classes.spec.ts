import { expect, test } from '../fixtures.ts'
import { LayoutCanvas } from './layout-canvas.ts'

test.use({ settings: { language: 'en', firstRunDone: true, packId: 'tiny', liveMode: 'manual' } })
test.setTimeout(120_000)

test('classes are found, chosen, guarded and replaced', async ({ app: { page } }) => {
  const canvas = await LayoutCanvas.show(page)
  const palette = page.getByRole('region', { name: 'Classes' })
  const options = page.getByRole('toolbar', { name: 'Tool options' })
  const search = palette.getByRole('textbox', { name: 'Search classes' })

  await test.step('number keys choose what stands beside them', async () => {
    // Bug it would catch: keys that count differently from the list, above all 0 for the tenth.
    for (const [key, name] of [
      ['5', 'tree'],
      ['0', 'mountain'],
      ['1', 'other'],
    ] as const) {
      await page.keyboard.press(key)
      await expect(options).toContainText(name)
      await expect(palette.getByRole('button', { name: `${key} ${name}` })).toHaveAttribute('aria-pressed', 'true')
    }
  })

  await test.step('the search finds classes by name and by alias, and leaves the keys alone', async () => {
    // Bug it would catch: typed digits that change the class, or a house that nobody finds under building.
    await search.fill('wat')
    await palette.getByRole('button', { name: /^water/ }).click()
    await expect(options).toContainText('water')
    await search.fill('house')
    await expect(palette.getByRole('button', { name: /building · house/ })).toBeVisible()
    await search.fill('')
    await search.pressSequentially('5')
    await expect(palette).toContainText('No class has this name')
    await expect(options).toContainText('water')
    await search.fill('')
  })

  await test.step('the share of a class follows what is painted', async () => {
    // Bug it would catch: shares of an older layout.
    await page
      .getByRole('navigation', { name: 'Tools' })
      .getByRole('button', { name: 'Rectangle', exact: true })
      .click()
    await canvas.drag([0, 128], [100, 200], [256, 256])
    await expect(palette.getByRole('button', { name: /water 50 %/ })).toBeVisible()
    await expect(palette.getByRole('button', { name: /sky 50 %/ })).toBeVisible()
  })

  await test.step('"paint only over" spares every other class', async () => {
    // Bug it would catch: a rule that looks at the class under the press only.
    await options.getByLabel('Paint only over').selectOption('sky')
    await page.keyboard.press('5')
    await canvas.drag([40, 100], [60, 130], [80, 160])
    await options.getByLabel('Paint only over').selectOption('Any class')
    await canvas.expectClasses([
      [[60, 126], 'tree'],
      [[60, 130], 'water'],
    ])
  })

  await test.step('a locked class is left alone by every tool', async () => {
    // Bug it would catch: a lock that only the brush knows.
    await palette.getByRole('button', { name: /water \d+ %/ }).hover()
    await palette.getByRole('button', { name: 'Lock water: tools do not change its pixels' }).click()
    await page.keyboard.press('9')
    await canvas.drag([100, 100], [120, 130], [140, 160])
    await page.keyboard.press('g')
    await canvas.click([200, 200])
    await canvas.expectClasses([
      [[120, 120], 'earth'],
      [[120, 140], 'water'],
      [[200, 200], 'water'],
    ])
    await palette.getByRole('button', { name: 'Unlock water' }).click()
  })

  await test.step('symmetry paints every stroke on both sides', async () => {
    // Bug it would catch: a mirror that is one pixel off.
    await page.keyboard.press('b')
    await options.getByLabel('Symmetry').selectOption('Left and right')
    await options.getByRole('spinbutton', { name: 'Size' }).fill('10')
    await page.keyboard.press('Tab')
    await page.keyboard.press('8')
    await canvas.drag([20, 20], [40, 20], [60, 20])
    await options.getByLabel('Symmetry').selectOption('Off')
    await canvas.expectClasses([
      [[40, 20], 'person'],
      [[215, 20], 'person'],
      [[128, 20], 'sky'],
    ])
    const seen = await canvas.see()
    // The document's outline lies on its very first and last pixel.
    for (let x = 1; x < 128; x += 1) expect(seen.at([255 - x, 20]), `mirror of ${x}`).toBe(seen.at([x, 20]))
  })

  await test.step('one class is replaced by another everywhere, in one step', async () => {
    // Bug it would catch: a replacement that stops at the first region.
    await palette.getByRole('button', { name: 'Replace a class by another' }).click()
    const dialog = page.getByRole('dialog', { name: 'Replace a class by another' })
    await dialog.getByRole('combobox', { name: 'Replace', exact: true }).selectOption('person')
    await dialog.getByRole('combobox', { name: 'by', exact: true }).selectOption('grass')
    await dialog.getByRole('button', { name: 'Replace', exact: true }).click()
    await canvas.expectClasses([
      [[40, 20], 'grass'],
      [[215, 20], 'grass'],
    ])
    await page.keyboard.press('Control+z')
    await canvas.expectClasses([[[40, 20], 'person']])
  })

  await test.step('the command palette finds a command by its words', async () => {
    // Bug it would catch: a palette that runs something else than what it shows, or keeps the focus.
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Search commands' }).fill('select all')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('256 × 256 selected')
  })
})
