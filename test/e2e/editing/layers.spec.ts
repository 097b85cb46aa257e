import { expect, test } from '../fixtures.ts'
import { LayoutCanvas } from './layout-canvas.ts'

test.use({ settings: { language: 'en', firstRunDone: true, packId: 'tiny', liveMode: 'manual' } })
test.setTimeout(120_000)

test('layers are added, hidden, mixed, locked, reordered and merged', async ({ app: { page } }) => {
  const canvas = await LayoutCanvas.show(page)
  const layers = page.getByRole('region', { name: 'Layers' })
  const rows = layers.getByRole('listitem')
  const upper = rows.nth(0)
  const lower = rows.nth(1)
  await page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name: 'Rectangle', exact: true }).click()

  await test.step('a new layer lies above, and takes the paint', async () => {
    // Bug it would catch: paint that goes to the layer chosen before.
    await page.keyboard.press('5')
    await canvas.drag([20, 20], [60, 60], [120, 120])
    await layers.getByRole('button', { name: 'Add a label layer' }).click()
    await expect(rows).toHaveCount(2)
    await page.keyboard.press('7')
    await canvas.drag([70, 70], [100, 100], [180, 180])
    await canvas.expectClasses([
      [[30, 30], 'tree'],
      [[90, 90], 'grass'],
      [[170, 170], 'grass'],
    ])
  })

  await test.step('its name is changed by a double click, and Esc keeps the old one', async () => {
    // Bug it would catch: Esc that keeps what was typed, or reaches the canvas.
    await upper.getByRole('button', { name: 'Labels 2', exact: true }).dblclick()
    await layers.getByRole('textbox', { name: 'Layer name' }).fill('Meadow')
    await page.keyboard.press('Enter')
    await expect(upper.getByRole('button', { name: 'Meadow', exact: true })).toBeVisible()
    await upper.getByRole('button', { name: 'Meadow', exact: true }).dblclick()
    await layers.getByRole('textbox', { name: 'Layer name' }).fill('Nothing')
    // An input method's own Enter and Escape, while Hangul is being composed, are not the field's.
    for (const key of ['Enter', 'Escape'])
      await layers
        .getByRole('textbox', { name: 'Layer name' })
        .dispatchEvent('keydown', { key, isComposing: true, bubbles: true })
    await expect(layers.getByRole('textbox', { name: 'Layer name' })).toHaveValue('Nothing')
    await page.keyboard.press('Escape')
    await expect(upper.getByRole('button', { name: 'Meadow', exact: true })).toBeVisible()
    await expect(page.getByTestId('live-pill')).not.toHaveText(/Paused/)
  })

  await test.step('hidden, it shows what is below, and cannot be painted on', async () => {
    // Bug it would catch: paint that goes unseen into a hidden layer.
    await upper.getByRole('button', { name: 'Hide Meadow' }).click()
    await canvas.expectClasses([
      [[90, 90], 'tree'],
      [[170, 170], 'sky'],
    ])
    await canvas.drag([200, 200], [220, 220], [240, 240])
    await expect(page.getByText('This layer is hidden; show it in the Layers panel to change it.')).toBeVisible()
    await upper.getByRole('button', { name: 'Show Meadow' }).click()
    await canvas.expectClasses([
      [[90, 90], 'grass'],
      [[220, 220], 'sky'],
    ])
  })

  await test.step('half opaque, it mixes with what is below; typing a number is one step', async () => {
    // Bug it would catch: an opacity that only the list shows, or that no undo takes back.
    const opacity = layers.getByRole('spinbutton', { name: 'Opacity' })
    await opacity.fill('50')
    await page.keyboard.press('Tab')
    await canvas.expectClasses([
      [[90, 90], '?'],
      [[30, 30], 'tree'],
    ])
    await canvas.point([230, 20])
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(opacity).toHaveValue('100')
    await canvas.expectClasses([[[90, 90], 'grass']])
  })

  await test.step('locked, it says so and stays as it is', async () => {
    // Bug it would catch: a lock that only greys the row.
    await upper.getByRole('button', { name: 'Lock Meadow' }).click()
    await canvas.drag([80, 80], [100, 100], [110, 110])
    await expect(page.getByText('This layer is locked; unlock it in the Layers panel to change it.')).toBeVisible()
    await page.keyboard.press('5')
    await canvas.drag([130, 130], [150, 150], [160, 160])
    await canvas.expectClasses([[[150, 150], 'grass']])
    await upper.getByRole('button', { name: 'Unlock Meadow' }).click()
    await expect(page.getByText('This layer is locked'), 'the notice leaves the canvas').toBeHidden()
  })

  await test.step('dragged down in the list, it goes behind', async () => {
    // Bug it would catch: a list that shows another order than the canvas.
    await lower.getByRole('button', { name: 'Labels', exact: true }).dragTo(upper)
    await expect(upper.getByRole('button', { name: 'Labels', exact: true })).toBeVisible()
    await canvas.expectClasses([
      [[90, 90], 'tree'],
      [[170, 170], 'grass'],
    ])
    await lower.getByRole('button', { name: 'Meadow', exact: true }).click()
    await page.keyboard.press('Control+]')
    await expect(upper.getByRole('button', { name: 'Meadow', exact: true })).toBeVisible()
    await canvas.expectClasses([[[90, 90], 'grass']])
  })

  await test.step('merged, both are one that looks the same; undo parts them again', async () => {
    // Bug it would catch: a merge that lets holes of the upper layer erase the lower one.
    const before = await canvas.see()
    await layers.getByRole('button', { name: 'Merge with the layer below' }).click()
    await expect(rows).toHaveCount(1)
    await expect.poll(async () => (await canvas.see()).differences(before)).toBe(0)
    await page.keyboard.press('Control+z')
    await expect(rows).toHaveCount(2)
    await upper.getByRole('button', { name: 'Hide Meadow' }).click()
    await canvas.expectClasses([[[90, 90], 'tree']])
    await upper.getByRole('button', { name: 'Show Meadow' }).click()
  })

  await test.step('a copy is a layer of its own, and deleting the last one says what to do', async () => {
    // Bug it would catch: a copy that shares its pixels with the original.
    await upper.getByRole('button', { name: 'Meadow', exact: true }).click()
    await layers.getByRole('button', { name: 'Duplicate the layer' }).click()
    await expect(rows).toHaveCount(3)
    await page.keyboard.press('3')
    await canvas.drag([80, 80], [100, 100], [110, 110])
    await canvas.expectClasses([[[100, 100], 'building']])
    await layers.getByRole('button', { name: 'Delete the layer' }).click()
    await canvas.expectClasses([[[100, 100], 'grass']])
    await expect(rows).toHaveCount(2)
    for (const left of [1, 0]) {
      await rows
        .first()
        .getByRole('button', { name: /^(Meadow|Labels)$/ })
        .click()
      await layers.getByRole('button', { name: 'Delete the layer' }).click()
      await expect(rows).toHaveCount(left)
    }
    await expect(layers).toContainText('Add a label layer to start painting.')
    await canvas.expectClasses([[[100, 100], 'sky']])
  })
})
