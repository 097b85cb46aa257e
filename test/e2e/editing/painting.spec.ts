import { expect, test } from '../fixtures.ts'
import { drawWithPen } from '../shells/pen.ts'
import { LayoutCanvas } from './layout-canvas.ts'

test.use({ settings: { language: 'en', firstRunDone: true, packId: 'tiny', liveMode: 'manual' } })
test.setTimeout(120_000)

test('strokes of mouse and pen paint what a hand means', async ({ app: { page } }) => {
  const canvas = await LayoutCanvas.show(page)

  await test.step('a mouse stroke as wide as the brush says', async () => {
    // Bug it would catch: strokes beside the pointer, of another width, or painted only at their samples.
    await page.keyboard.press('5')
    await canvas.drag([30, 40], [120, 40], [220, 40])
    const seen = await expectHeight(canvas, 'tree', 75, [31, 33])
    expect(seen.at([75, 40])).toBe('tree')
    expect(seen.at([75, 60])).toBe('sky')
  })

  await test.step('a pen paints wider the harder it presses, and a mouse does not care', async () => {
    // Bug it would catch: pressure that is lost on its way through the window, or taken from the first contact alone.
    await page.keyboard.press('6')
    const stroke = (y: number, pressure: number): Promise<void> =>
      drawWithPen(page, [
        { ...canvas.on([20, y]), pressure },
        { ...canvas.on([80, y]), pressure },
        { ...canvas.on([160, y]), pressure },
      ])
    await stroke(90, 0.1)
    await expectHeight(canvas, 'road', 100, [5, 8])
    await page.keyboard.press('7')
    await stroke(130, 1)
    await expectHeight(canvas, 'grass', 100, [31, 33])
    await page.getByRole('button', { name: 'Pressure sets the size' }).click()
    await page.keyboard.press('9')
    await stroke(180, 0.1)
    await expectHeight(canvas, 'earth', 100, [31, 33])
  })

  await test.step('the keys beside P make the brush smaller and larger', async () => {
    // Bug it would catch: size keys that a focused switch swallows.
    await page.keyboard.press('[')
    await expect(page.getByRole('spinbutton', { name: 'Size' })).toHaveValue('28')
    await page.keyboard.press(']')
    await page.keyboard.press(']')
    await expect(page.getByRole('spinbutton', { name: 'Size' })).toHaveValue('36')
  })

  await test.step('Shift draws a straight line from where the last stroke ended', async () => {
    // Bug it would catch: a line that begins at the press, or that follows the hand's detour.
    await page.getByRole('spinbutton', { name: 'Size' }).fill('6')
    await page.keyboard.press('Tab')
    await page.keyboard.press('8')
    await canvas.drag([200, 100], [201, 100])
    await page.keyboard.down('Shift')
    await canvas.drag([230, 150], [240, 140], [200, 240])
    await page.keyboard.up('Shift')
    await canvas.expectClasses([
      [[200, 170], 'person'],
      [[230, 150], 'sky'],
    ])
  })

  await test.step('the eraser takes labels off, Esc takes an unfinished stroke back', async () => {
    // Bug it would catch: an eraser that paints a class, or a cancelled stroke that stays.
    await page.keyboard.press('e')
    await canvas.drag([75, 40], [90, 40])
    await canvas.expectClasses([
      [[80, 40], 'sky'],
      [[150, 40], 'tree'],
    ])
    await canvas.point([150, 40])
    await page.mouse.down()
    await canvas.point([200, 40])
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await canvas.expectClasses([[[170, 40], 'tree']])
    await expect(page.getByTestId('live-pill'), 'Esc belonged to the stroke').not.toHaveText(/Paused/)
  })
})

test('fill and shapes go exactly where they are drawn', async ({ app: { page } }) => {
  const canvas = await LayoutCanvas.show(page)
  const tools = page.getByRole('navigation', { name: 'Tools' })
  const choose = (name: string): Promise<void> => tools.getByRole('button', { name, exact: true }).click()

  await test.step('rectangle, ellipse, line and polygon', async () => {
    // Bug it would catch: shapes off by their outline, or an ellipse that fills its box.
    await page.keyboard.press('3')
    await choose('Rectangle')
    await canvas.drag([20, 20], [60, 40], [100, 80])
    await page.keyboard.press('5')
    await choose('Ellipse')
    await canvas.drag([140, 20], [180, 40], [220, 80])
    await page.keyboard.press('6')
    await choose('Line')
    await canvas.drag([1, 120], [100, 120], [254, 120])
    await page.keyboard.press('7')
    await choose('Polygon')
    for (const corner of [
      [30, 160],
      [120, 160],
      [30, 240],
    ] as const)
      await canvas.click(corner)
    await page.keyboard.press('Enter')
    await canvas.expectClasses([
      [[22, 22], 'building'],
      [[98, 78], 'building'],
      [[103, 50], 'sky'],
      [[180, 50], 'tree'],
      [[143, 23], 'sky'],
      [[120, 120], 'road'],
      [[40, 170], 'grass'],
      [[115, 235], 'sky'],
    ])
  })

  await test.step('a freehand shape', async () => {
    // Bug it would catch: a lasso that leaves out what lies between its last and its first point.
    await page.keyboard.press('8')
    await choose('Lasso')
    await canvas.drag([150, 160], [230, 160], [230, 240], [150, 240])
    await canvas.expectClasses([
      [[152, 200], 'person'],
      [[228, 238], 'person'],
    ])
  })

  await test.step('the bucket stays within an area, and leaves it only when told', async () => {
    // Bug it would catch: a fill that leaks through edges, or one that ignores "Connected only".
    await page.keyboard.press('9')
    await choose('Fill')
    await canvas.click([60, 50])
    await canvas.expectClasses([
      [[22, 22], 'earth'],
      [[98, 78], 'earth'],
      [[120, 50], 'sky'],
      [[180, 50], 'tree'],
    ])
    await page.keyboard.press('2')
    await canvas.click([130, 10])
    await canvas.expectClasses([
      [[130, 90], 'wall'],
      [[130, 150], 'sky'],
    ])
    await page.keyboard.press('3')
    await page.getByRole('switch', { name: 'Connected only' }).click()
    await canvas.click([40, 170])
    await page.keyboard.press('0')
    await canvas.click([130, 150])
    await canvas.expectClasses([
      [[40, 170], 'building'],
      [[60, 50], 'earth'],
      [[130, 150], 'mountain'],
      [[130, 252], 'mountain'],
    ])
  })

  await test.step('the eyedropper takes the class under the pointer, also with Alt held', async () => {
    // Bug it would catch: a picked class that does not become the one painted with.
    await choose('Pick a class')
    await canvas.click([180, 50])
    await choose('Brush')
    await expect(page.getByRole('toolbar', { name: 'Tool options' })).toContainText('tree')
    await page.keyboard.down('Alt')
    await canvas.click([200, 200])
    await page.keyboard.up('Alt')
    await expect(page.getByRole('toolbar', { name: 'Tool options' })).toContainText('person')
    await canvas.expectClasses([[[200, 200], 'person']])
  })
})

async function expectHeight(
  canvas: LayoutCanvas,
  name: string,
  column: number,
  [least, most]: readonly [number, number],
): Promise<Awaited<ReturnType<LayoutCanvas['see']>>> {
  let seen = await canvas.see()
  await expect(async () => {
    seen = await canvas.see()
    const height = seen.heightOf(name, column)
    expect(height, `pixels of ${name} in column ${column}`).toBeGreaterThanOrEqual(least)
    expect(height, `pixels of ${name} in column ${column}`).toBeLessThanOrEqual(most)
  }).toPass({ timeout: 30_000 })
  return seen
}
