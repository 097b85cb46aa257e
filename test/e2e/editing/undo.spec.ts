import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { LayoutCanvas, type Place } from './layout-canvas.ts'

test.use({ settings: { language: 'en', firstRunDone: true, packId: 'tiny', liveMode: 'manual' } })
test.setTimeout(180_000)

const STROKES = 200

test(`${STROKES} strokes are undone to the exact first layout and redone to the exact last`, async ({
  app: { page },
}) => {
  // Bug it would catch: a step that forgets a tile, that two strokes share, or that a later one overwrote.
  const canvas = await LayoutCanvas.show(page)
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  const redo = page.getByRole('button', { name: 'Redo', exact: true })
  const history = page.getByRole('region', { name: 'History' })
  const first = await canvas.see()

  await test.step('paint', async () => {
    for (let index = 0; index < STROKES; index += 1) {
      if (index % 10 === 0) await page.keyboard.press(String((index / 10) % 10))
      const [from, to] = strokeOf(index)
      await canvas.point(from)
      await page.mouse.down()
      await canvas.point(to)
      await page.mouse.up()
    }
    await page.getByRole('button', { name: 'Expand History' }).click()
    await expect(history).toContainText(`${STROKES} steps`)
  })
  const last = await canvas.see()
  expect(last.differences(first), 'much was painted').toBeGreaterThan(20_000)

  await test.step('undo by holding its keys', async () => {
    await hold(page, ['Control', 'z'], STROKES)
    await expect(undo).toBeDisabled()
    await expect.poll(async () => (await canvas.see()).differences(first)).toBe(0)
  })
  await test.step('redo by holding its keys', async () => {
    await hold(page, ['Control', 'Shift', 'z'], STROKES)
    await expect(redo).toBeDisabled()
    await expect.poll(async () => (await canvas.see()).differences(last)).toBe(0)
  })
  await test.step('the history panel goes many steps at once', async () => {
    // Bug it would catch: a jump that skips the changes between.
    await history.getByRole('button').filter({ hasText: 'Brush' }).first().click()
    await expect(redo).toBeEnabled()
    const earlier = await canvas.see()
    expect(earlier.differences(last)).toBeGreaterThan(1000)
    await history.getByRole('button').filter({ hasText: 'Brush' }).last().click()
    await canvas.drag([5, 5], [6, 5])
    await expect(redo, 'a new stroke after undoing ends the way forward').toBeDisabled()
  })
})

/** Holds keys down until the last one has repeated so often. */
async function hold(page: Page, keys: readonly string[], times: number): Promise<void> {
  const modifiers = keys.slice(0, -1)
  const last = keys.at(-1) ?? ''
  for (const key of modifiers) await page.keyboard.down(key)
  for (let count = 0; count < times; count += 1) await page.keyboard.down(last)
  for (const key of [last, ...modifiers]) await page.keyboard.up(key)
}

/** Different strokes all over the document, some across tiles, each over earlier ones. */
function strokeOf(index: number): readonly [Place, Place] {
  const x = 10 + ((index * 37) % 230)
  const y = 10 + ((index * 53) % 230)
  return [
    [x, y],
    [Math.min(250, x + 10 + (index % 30)), Math.max(5, y - (index % 25))],
  ]
}
