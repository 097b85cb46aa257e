import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { decode } from 'fast-png'
import { initializeCanvas, readPsd, type Layer } from 'ag-psd'
import sharp from 'sharp'
import { z } from 'zod'
import { expect, test } from '../fixtures.ts'
import type { RunningApp } from '../shells/running-app.ts'
import { calmSettings, chooseClass, notices, paint, runCommand, untilReady } from './editor-steps.ts'
import { internationalText } from './png-text.ts'
import { countClass } from './project-reading.ts'

const WATER = 22

test.use({ settings: { ...calmSettings, liveMode: 'pen-up' } })

// The library asks for the browser's kind of pixels, which Node lacks.
initializeCanvas(
  () => {
    throw new Error('Pixels are read as numbers; nothing is drawn.')
  },
  (width, height) => ({ width, height, data: new Uint8ClampedArray(width * height * 4), colorSpace: 'srgb' }),
)

test('every export is a file that other programs read, with what it promises inside', async ({ app, profile }) => {
  // Bugs it would catch: an empty or shifted picture, a recipe that lacks its layout, labels that went through colours,
  // a Photoshop file whose layers lie in the wrong order, a sheet of black squares.
  test.setTimeout(180_000)
  const { page } = app
  const target = (name: string): string => path.join(profile.userFolder, name)
  await untilReady(page)
  await page.getByRole('region', { name: 'Exemplar' }).getByRole('listitem').first().getByRole('button').click()
  await chooseClass(page, 'water')
  await paint(page, [[-0.4, 0.2], [0.4, 0.2]]) // prettier-ignore
  // The photo is labelled first, which takes long where several programs want the processor.
  await expect(page.getByTestId('live-pill')).toHaveAttribute('data-outdated', 'false', { timeout: 90_000 })
  await expect(page.getByTestId('live-pill')).toHaveAttribute('data-phase', 'idle')

  await exportAs(app, 'Result', target('result.png'))
  const result = decode(readFileSync(target('result.png')))
  expect([result.width, result.height, result.channels]).toEqual([256, 256, 3])
  expect(new Set(result.data).size, 'a picture, not a plane').toBeGreaterThan(20)
  const text = internationalText(readFileSync(target('result.png')))
  expect(text['Software']).toMatch(/^Cocanvas \d/)
  const recipe = recipeSchema.parse(JSON.parse(text['Cocanvas Recipe'] ?? ''))
  expect(recipe).toMatchObject({ formatVersion: 1, pack: { id: 'tiny' } })
  expect(recipe.exemplars[0]).toMatch(/^sample-/)
  const layout = decode(Buffer.from(text['Cocanvas Layout'] ?? '', 'base64'))
  expect(countClass({ classIds: Uint8Array.from(layout.data) }, WATER)).toBeGreaterThan(1000)

  await exportAs(app, 'Labels', target('labels.png'))
  const labels = decode(readFileSync(target('labels.png')))
  expect(labels.palette, 'an indexed file').toHaveLength(256)
  expect(Buffer.from(labels.data).equals(Buffer.from(layout.data)), 'the layout of the recipe').toBe(true)

  await exportAs(app, 'Warp', target('warp.jpg'), 'JPEG')
  const jpeg = await sharp(target('warp.jpg')).metadata()
  expect([jpeg.format, jpeg.width, jpeg.height]).toEqual(['jpeg', 256, 256])

  await exportAs(app, 'Layers', target('layers.psd'))
  const psd = readPsd(readFileSync(target('layers.psd')), { useImageData: true, skipThumbnail: true })
  expect([psd.width, psd.height]).toEqual([256, 256])
  expect(psd.children?.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Labels', false],
    ['Exemplar', true],
    ['Warp', true],
    ['Result', false],
  ])
  const flat = rgbOf(psd.children?.at(-1))
  expect(Buffer.from(flat).equals(Buffer.from(result.data)), 'the layer is the picture').toBe(true)

  await exportAs(app, 'Contact sheet', target('sheet.png'))
  const sheet = decode(readFileSync(target('sheet.png')))
  // Two by two, 24 pixels of margin, 28 for the caption; the result comes last.
  expect([sheet.width, sheet.height]).toEqual([24 + 2 * 280, 24 + 2 * 308])
  const corner = { left: 24 + 280, top: 24 + 308, width: 256, height: 256 }
  const cut = await sharp(target('sheet.png')).extract(corner).removeAlpha().raw().toBuffer()
  expect(cut.equals(Buffer.from(result.data)), 'the sheet shows the picture').toBe(true)
})

test('a result is written in the document’s aspect and the size that was asked for', async ({ app, profile }) => {
  // Bugs it would catch: a picture of 320 × 224 for a document of 384 × 256; a size that only the list knows.
  test.setTimeout(180_000)
  const { page } = app
  await untilReady(page)
  await runCommand(page, 'Document size')
  const size = page.getByRole('dialog', { name: 'Document size' })
  await size.getByRole('spinbutton', { name: 'Width' }).fill('384')
  await size.getByRole('button', { name: 'Change' }).click()
  await page.getByRole('region', { name: 'Exemplar' }).getByRole('listitem').first().getByRole('button').click()
  await expect(page.getByTestId('live-pill')).toHaveAttribute('data-outdated', 'false', { timeout: 90_000 })
  await expect(page.getByTestId('live-pill')).toHaveAttribute('data-phase', 'idle')
  for (const [choice, file, expected] of [
    ['384 × 256', path.join(profile.userFolder, 'own.png'), [384, 256]],
    ['512 × 341', path.join(profile.userFolder, 'larger.png'), [512, 341]],
  ] as const) {
    await page.keyboard.press('Control+Shift+e')
    const dialog = page.getByRole('dialog', { name: 'Export' })
    await dialog.getByRole('combobox', { name: 'Size' }).selectOption(choice)
    await app.answerDialog(file, () => dialog.getByRole('button', { name: 'Export…' }).click())
    await expect(dialog).toHaveCount(0, { timeout: 60_000 })
    const { width, height } = decode(readFileSync(file))
    expect([width, height]).toEqual(expected)
  }
})

test('without a picture there is none to export', async ({ app, profile }) => {
  // Bug it would catch: an export that writes an empty file, or nothing and says nothing.
  const { page } = app
  await untilReady(page)
  await page.keyboard.press('Control+Shift+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('radio', { name: /^Result/ })).toBeDisabled()
  await expect(dialog.getByRole('radio', { name: /^Result/ })).toContainText('Wait for the first picture')
  const file = path.join(profile.userFolder, 'layout.png')
  await app.answerDialog(file, () => dialog.getByRole('button', { name: 'Export…' }).click())
  await expect.poll(() => existsSync(file)).toBe(true)
  expect((await sharp(file).metadata()).width).toBe(256)
})

const recipeSchema = z.object({
  formatVersion: z.number(),
  pack: z.object({ id: z.string() }),
  exemplars: z.array(z.string()),
})

async function exportAs(app: RunningApp, what: string, file: string, format?: string): Promise<void> {
  const { page } = app
  await page.keyboard.press('Control+Shift+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: new RegExp(`^${what}`) }).click()
  if (format !== undefined) await dialog.getByRole('radio', { name: format, exact: true }).click()
  await app.answerDialog(file, () => dialog.getByRole('button', { name: 'Export…' }).click())
  await expect(dialog).toHaveCount(0)
  await expect(notices(page)).toContainText(`Exported ${path.basename(file)} to ${path.dirname(file)}.`)
}

function rgbOf(layer: Layer | undefined): Uint8Array {
  const pixels = layer?.imageData?.data
  if (pixels === undefined) throw new Error('The layer has no pixels.')
  return Uint8Array.from({ length: (pixels.length / 4) * 3 }, (_, index) => {
    const value = pixels[Math.floor(index / 3) * 4 + (index % 3)]
    return value ?? 0
  })
}
