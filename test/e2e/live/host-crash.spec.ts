import { expect, test } from '../fixtures.ts'
import { PictureWatch } from './picture-watch.ts'

test.use({ settings: { language: 'en', firstRunDone: true, packId: 'tiny' } })
test.setTimeout(120_000)

test('the engine dies in the middle of a picture, and painting goes on', async ({ app }) => {
  const { page } = app
  const watch = new PictureWatch(page)
  const sentence = page.getByText('The engine is being restarted; your work is not affected.')
  await watch.settled()
  const before = await watch.look()

  await test.step('killed while it computes, it comes back by itself', async () => {
    // Bug it would catch: a window that waits for ever for the answer of a process that is gone.
    await page.keyboard.press('5')
    await watch.paint(0.5)
    await app.crashHost()
    await page.mouse.up()
    await expect(sentence).toBeVisible()
    await watch.expectChanged(before, 'the picture of what was painted')
    await watch.settled()
    expect(app.hostProcesses()).toHaveLength(1)
  })

  await test.step('killed at rest, the next stroke still becomes a picture, and undo still works', async () => {
    // Bug it would catch: photos that the new process never got, since the window believes it sent them.
    await app.crashHost()
    const again = await watch.look()
    await page.keyboard.press('7')
    await watch.stroke(0.35)
    await watch.expectChanged(again, 'the picture of the second stroke')
    await watch.settled()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await watch.expectSame(before, 'both strokes taken back, the first picture')
  })
})
