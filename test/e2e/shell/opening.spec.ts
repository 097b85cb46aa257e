import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { calmSettings, expectUnsaved, title, untilReady } from '../files/editor-steps.ts'
import { expect, test } from '../fixtures.ts'
import { makePhoto } from '../photo/photo-steps.ts'
import type { RunningApp } from '../shells/running-app.ts'

test.use({ settings: calmSettings })

test('a project on the command line is open when the window is', async ({ launch, profile }) => {
  // Bug it would catch: a file that arrives before the page listens, and is lost.
  const file = path.join(profile.userFolder, 'lake at dusk.cocanvas')
  const app = await launch()
  await saveAs(app, file)
  await app.close()
  const { page } = await launch([file])
  await expect(title(page)).toContainText('lake at dusk')
})

test('a file that is no project is refused with a sentence', async ({ launch, profile }) => {
  const file = path.join(profile.userFolder, 'letter.cocanvas')
  writeFileSync(file, 'Dear reader')
  const { page } = await launch([file])
  await expect(page.getByText(/letter\.cocanvas is no Cocanvas project/)).toBeVisible()
})

test('a second start hands its file to the window that is open', async ({ app, profile }) => {
  // Bug it would catch: two processes that write the same journals and settings.
  test.skip(app.startAgain === undefined, 'Only Electron has a single instance; the web shell opens a second window.')
  const file = path.join(profile.userFolder, 'hill.cocanvas')
  await saveAs(app, file)
  await saveAs(app, path.join(profile.userFolder, 'lake.cocanvas'))
  await app.startAgain?.(['--some-switch', file])
  await expect(title(app.page)).toContainText('hill')
})

test('a photo on the command line is opened to be edited', async ({ launch, profile }) => {
  // Bug it would catch: a photo that arrives before the networks are there that label it, and is lost.
  const photo = path.join(profile.userFolder, 'a meadow.png')
  await makePhoto(photo)
  const { page } = await launch([photo])
  await expect(page.getByTestId('making-pill')).toBeVisible({ timeout: 60_000 })
  await expect(title(page)).toContainText('a meadow')
})

test('a second start hands a photo to the window that is open, as "Open with" does', async ({ app, profile }) => {
  test.skip(app.startAgain === undefined, 'Only Electron has a single instance; the web shell opens a second window.')
  const photo = path.join(profile.userFolder, 'DSC_0042.PNG')
  await makePhoto(photo)
  await untilReady(app.page)
  await app.startAgain?.([photo])
  await expect(app.page.getByTestId('making-pill')).toBeVisible({ timeout: 60_000 })
})

test('the native menu runs the editor’s commands', async ({ app, profile }) => {
  test.skip(app.chooseInMenu === undefined, 'A browser has no menu of ours.')
  const file = path.join(profile.userFolder, 'from the menu.cocanvas')
  await untilReady(app.page)
  await app.answerDialog(file, async () => app.chooseInMenu?.('Save as…'))
  await expect.poll(() => existsSync(file)).toBe(true)
})

test('the window remembers where it was', async ({ app }) => {
  test.skip(app.kind === 'web', 'A browser remembers its own windows.')
  const closed = app.page.waitForEvent('close')
  await app.requestClose()
  await closed
  const state: unknown = JSON.parse(readFileSync(path.join(app.dataFolder, 'window.json'), 'utf8'))
  expect(state).toMatchObject({ width: 1440, height: 900, maximised: false })
})

async function saveAs(app: RunningApp, file: string): Promise<void> {
  await untilReady(app.page)
  await app.answerDialog(file, () => app.page.keyboard.press('Control+Shift+s'))
  await expect(title(app.page)).toContainText(path.parse(file).name)
  await expectUnsaved(app.page, false)
}
