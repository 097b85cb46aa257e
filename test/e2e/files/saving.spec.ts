import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import type { RunningApp } from '../shells/running-app.ts'
import {
  calmSettings,
  chooseClass,
  expectUnsaved,
  layerRows,
  notices,
  paint,
  runCommand,
  title,
  untilReady,
} from './editor-steps.ts'
import { countClass, savedLayer, savedLayers } from './project-reading.ts'

const WATER = 22
const TREE = 5

test.use({ settings: calmSettings })

test('label layers come back from a file byte by byte', async ({ app, launch, profile }) => {
  // Bugs it would catch: labels that pass through colours, layers that swap, a save that writes what was open before.
  const first = path.join(profile.userFolder, 'first.cocanvas')
  const second = path.join(profile.userFolder, 'second.cocanvas')
  const { page } = app
  await untilReady(page)
  await chooseClass(page, 'water')
  await paint(page, [[-0.4, -0.2], [0.4, 0.1]]) // prettier-ignore
  await page.getByRole('button', { name: 'Add a label layer' }).click()
  await expect(layerRows(page)).toHaveCount(2)
  await chooseClass(page, 'tree')
  await paint(page, [[0, -0.4], [0.1, 0.4]]) // prettier-ignore
  await renameTopLayer(page, 'Forest')
  await saveTo(app, first, 'Control+Shift+s')
  await expect(title(page)).toContainText('first')
  await expect(notices(page)).toContainText('Saved as first.cocanvas.')
  await app.close()

  // As by a double click on the file.
  const again = await launch([first])
  await expect(title(again.page)).toContainText('first')
  await expect(layerRows(again.page)).toHaveCount(2)
  await expectUnsaved(again.page, false)
  await saveTo(again, second, 'Control+Shift+s')
  const [before, after] = [savedLayers(first), savedLayers(second)]
  expect(after.map(({ name }) => name).sort()).toEqual(['Forest', 'Labels'])
  for (const layer of before) {
    const same = after.find(({ name }) => name === layer.name)
    expect(same?.png.equals(layer.png), `the pixels of ${layer.name}`).toBe(true)
    expect(countClass(layer, layer.name === 'Forest' ? TREE : WATER), layer.name).toBeGreaterThan(1000)
  }
})

test('the mark of unsaved work tells the truth', async ({ app, profile }) => {
  // Bugs it would catch: a mark that stays after undo or saving, or that a look around the document sets.
  const file = path.join(profile.userFolder, 'marked.cocanvas')
  const { page } = app
  await untilReady(page)
  await expectUnsaved(page, false)
  await page.keyboard.press('Control+1')
  await page.getByRole('radio', { name: 'Layout', exact: true }).click()
  await expectUnsaved(page, false)
  await chooseClass(page, 'water')
  await paint(page, [[-0.2, 0], [0.2, 0]]) // prettier-ignore
  await expectUnsaved(page, true)
  await page.keyboard.press('Control+z')
  await expectUnsaved(page, false)
  await page.keyboard.press('Control+Shift+z')
  await expectUnsaved(page, true)
  await saveTo(app, file, 'Control+s')
  const painted = countClass(savedLayer(file, 'Labels'), WATER)
  await page.keyboard.press('Control+z')
  await expectUnsaved(page, true)
  await page.keyboard.press('Control+s')
  await expectUnsaved(page, false)
  expect(painted).toBeGreaterThan(500)
  expect(countClass(savedLayer(file, 'Labels'), WATER)).toBe(0)
})

test('a save that the user cancels leaves the document unsaved', async ({ app }) => {
  // Bug it would catch: a cancelled dialog that counts as saved, after which closing loses the work.
  await untilReady(app.page)
  await chooseClass(app.page, 'water')
  await paint(app.page, [[-0.2, 0], [0.2, 0]]) // prettier-ignore
  await app.answerDialog(null, () => app.page.keyboard.press('Control+s'))
  await expectUnsaved(app.page, true)
  await expect(notices(app.page)).toBeEmpty()
})

test('projects that were saved are found among the recent ones, newest first', async ({ app, profile }) => {
  // Bugs it would catch: a list in the wrong order, an entry of a file that has gone and breaks the list.
  const [older, newer] = ['older', 'newer'].map((name) => path.join(profile.userFolder, `${name}.cocanvas`))
  if (older === undefined || newer === undefined) throw new Error('unreachable')
  const { page } = app
  await untilReady(page)
  await chooseClass(page, 'water')
  await paint(page, [[-0.2, 0], [0.2, 0]]) // prettier-ignore
  await saveTo(app, older, 'Control+Shift+s')
  await paint(page, [[-0.2, 0.3], [0.2, 0.3]]) // prettier-ignore
  await saveTo(app, newer, 'Control+Shift+s')
  await runCommand(page, 'Recent projects')
  const list = page.getByRole('dialog', { name: 'Recent projects' })
  await expect(list.getByRole('listitem')).toHaveText([/newer\.cocanvas/, /older\.cocanvas/])
  await list.getByRole('button', { name: /^older/ }).click()
  await expect(title(page)).toContainText('older')

  rmSync(newer)
  await runCommand(page, 'Recent projects')
  const gone = list.getByRole('listitem').filter({ hasText: 'newer.cocanvas' })
  await expect(gone).toContainText(`No longer in ${profile.userFolder}`)
  await expect(gone.getByRole('button').first()).toBeDisabled()
  await gone.getByRole('button', { name: 'Remove newer.cocanvas from the list' }).click()
  await expect(list.getByRole('listitem')).toHaveText([/older\.cocanvas/])
})

async function renameTopLayer(page: RunningApp['page'], name: string): Promise<void> {
  await layerRows(page).first().getByText('Labels').dblclick()
  await page.getByRole('textbox', { name: 'Layer name' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(layerRows(page).first()).toContainText(name)
}

async function saveTo(app: RunningApp, file: string, keys: string): Promise<void> {
  await app.answerDialog(file, () => app.page.keyboard.press(keys))
  await expect.poll(() => existsSync(file)).toBe(true)
  await expectUnsaved(app.page, false)
}
