import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { LayoutCanvas } from '../editing/layout-canvas.ts'
import { chooseClass, expectUnsaved, layerRows, notices, runCommand } from '../files/editor-steps.ts'
import { expect, test } from '../fixtures.ts'
import { PictureWatch } from '../live/picture-watch.ts'
import { repositoryFolder } from '../shells/repository.ts'

const PHOTO = path.join(repositoryFolder, 'assets/exemplars/landscape/forest-path.jpg')

test.use({ settings: { language: 'en', firstRunDone: true, packId: 'tiny', liveMode: 'live' } })
test.setTimeout(120_000)

test('a painted region takes its style from a photo of its own, and everything else stays', async ({
  app,
  launch,
  profile,
}) => {
  const { page } = app
  const watch = new PictureWatch(page)
  await watch.settled()
  const layers = page.getByRole('region', { name: 'Layers', exact: true })
  const panel = page.getByRole('region', { name: 'Exemplar' })
  const dialog = page.getByRole('dialog', { name: 'Photo of Labels part' })
  const inUse = panel.getByRole('list', { name: 'Photos in use' })
  const file = path.join(profile.userFolder, 'regions.cocanvas')

  await test.step('a selection becomes a layer of its own; without one a sentence says what to do', async () => {
    // Bugs it would catch: pixels that are copied rather than moved, or lost; a command that does nothing in silence.
    const canvas = await LayoutCanvas.show(page)
    await runCommand(page, 'Move the selection to its own layer')
    await expect(notices(page)).toContainText('Select painted pixels of an unlocked label layer first')
    await chooseClass(page, 'tree')
    await tool(page, 'Rectangle')
    await canvas.drag([20, 100], [235, 235])
    await tool(page, 'Select a rectangle')
    await canvas.drag([128, 60], [250, 250])
    await page.keyboard.press('Control+Shift+J')
    await expect(layerRows(page)).toHaveCount(2)
    await canvas.expectClasses([
      [[60, 180], 'tree'],
      [[200, 180], 'tree'],
    ])
    await layers.getByRole('button', { name: 'Hide Labels part' }).click()
    await canvas.expectClasses([
      [[60, 180], 'tree'],
      [[200, 180], 'sky'],
    ])
    await layers.getByRole('button', { name: 'Show Labels part' }).click()
    await page.keyboard.press('Control+d')
  })

  await page.getByRole('radio', { name: 'Warp', exact: true }).click()
  const warp = page.getByTestId('warp-picture')
  await watch.settled()
  const alone = await shares(warp)

  await test.step('a photo is given in its row, and only its pixels change', async () => {
    // Bugs it would catch: a photo for the whole picture, for the bounding box, for the layer below, or for none.
    await layers.getByRole('button', { name: 'Give Labels part a photo of its own' }).click()
    await dialog.getByRole('textbox', { name: 'Search photos' }).fill('sunset')
    await dialog.getByRole('button', { name: /^Sunset/ }).click()
    await expect(dialog).toHaveCount(0)
    await expect(layers.getByRole('button', { name: /^Photo of Labels part: Sunset/ })).toBeVisible()
    await expect.poll(async () => changed(await shares(warp), alone)).toEqual({ inside: true, outside: false })
    await expect(inUse.getByRole('listitem')).toHaveText([/^Whole picture/, /^Layer Labels part/])
    await watch.settled()
  })

  await test.step('the inspector shows the photo that a pixel comes from', async () => {
    // Bug it would catch: a heat map drawn on the photo of the whole picture.
    const inspector = page.getByRole('region', { name: 'Correspondence' })
    await inspector.getByRole('switch', { name: 'Inspect where pixels come from' }).click()
    const box = await page.getByTestId('canvas-area').boundingBox()
    if (box === null) throw new Error('The canvas is not shown.')
    const hover = (x: number, y: number): Promise<void> =>
      page.mouse.move(box.x + box.width / 2 + 2 * (x - 128), box.y + box.height / 2 + 2 * (y - 128))
    await hover(200, 180)
    await expect(inspector.getByRole('definition').nth(1)).toHaveText(/^Sunset/)
    await hover(60, 40)
    await expect(inspector.getByRole('definition').nth(1)).not.toHaveText(/^Sunset|^$/)
    await inspector.getByRole('switch', { name: 'Inspect where pixels come from' }).click()
  })

  await test.step('undo takes the photo away, redo gives it back, and hiding the layer ends its region', async () => {
    // Bugs it would catch: a photo outside of history, and a region that stays where nothing of its layer shows.
    await page.keyboard.press('Control+z')
    await expect(layers.getByRole('button', { name: 'Give Labels part a photo of its own' })).toBeVisible()
    await expect.poll(async () => changed(await shares(warp), alone)).toEqual({ inside: false, outside: false })
    await page.keyboard.press('Control+Shift+Z')
    await expect.poll(async () => changed(await shares(warp), alone)).toEqual({ inside: true, outside: false })
    await panel.getByRole('button', { name: 'Give Labels part the same photo as the rest' }).click()
    await expect(inUse).toHaveCount(0)
    await expect.poll(async () => changed(await shares(warp), alone)).toEqual({ inside: false, outside: false })
  })

  await test.step('a photo of one’s own goes into the file with the layer, and comes back from it', async () => {
    // Bugs it would catch: a file that only names the photo, a removed photo that fails a save, a name that is lost.
    await runCommand(page, 'Photo of this layer')
    await app.answerDialog(PHOTO, () => dialog.getByRole('button', { name: 'Add photos' }).click())
    const badge = layers.getByRole('button', { name: /^Photo of Labels part: forest-path/ })
    await expect(badge).toBeVisible()
    await app.answerDialog(file, () => page.keyboard.press('Control+s'))
    await expect.poll(() => existsSync(file)).toBe(true)
    await expectUnsaved(page, false)

    await panel.getByRole('listitem').getByRole('button', { name: /^forest-path/ }).click() // prettier-ignore
    await panel.getByRole('button', { name: 'Remove the photo from the library' }).click()
    const asked = page.getByRole('dialog', { name: 'Remove forest-path?' })
    await asked.getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(layers.getByRole('button', { name: 'Give Labels part a photo of its own' })).toBeVisible()
    // Undo knows nothing of the library: it brings the name back, and the row says what is wrong.
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+Shift+Z')
    await expect(layers.getByRole('button', { name: /^The photo of Labels part is no longer/ })).toBeVisible()
    await expect(inUse).toContainText('choose another or remove it')
    await app.close()

    const again = await launch([file])
    const rows = layerRows(again.page)
    await expect(rows.getByRole('button', { name: /^Photo of Labels part: forest-path/ })).toBeVisible()
    await expectUnsaved(again.page, false)
  })
})

async function tool(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name, exact: true }).click()
}

interface Shares {
  readonly inside: readonly number[]
  readonly outside: readonly number[]
}

/** The warp's own pixels: those of the right half's trees, and those well away from them. */
async function shares(warp: Locator): Promise<Shares> {
  return warp.evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('The warp is no canvas.')
    const read = (x: number, y: number, width: number, height: number): number[] => [
      ...(canvas.getContext('2d')?.getImageData(x, y, width, height).data ?? []),
    ]
    return { inside: read(136, 108, 90, 120), outside: [...read(0, 0, 256, 98), ...read(24, 104, 100, 128)] }
  })
}

function changed(now: Shares, before: Shares): { readonly inside: boolean; readonly outside: boolean } {
  const differ = (one: readonly number[], other: readonly number[]): boolean =>
    one.length !== other.length || one.some((value, at) => value !== other[at])
  return { inside: differ(now.inside, before.inside), outside: differ(now.outside, before.outside) }
}
