import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { EntranceFile } from '../../../electron/web/entrance-file.ts'
import { expect, test } from '../fixtures.ts'
import { repositoryFolder } from '../shells/repository.ts'
import { startWebServer } from '../shells/web-app.ts'
import { endChild } from '../shells/child-end.ts'

test.skip(({ shell }) => shell !== 'web', 'Only the web shell has an entrance.')

test('the printed address works once, in one browser, and the page can be loaded anew', async ({
  profile,
  webBrowser,
}) => {
  // Bug it would catch: an address in a history or a log that opens the editor to somebody else.
  if (webBrowser === undefined) throw new Error('The web shell needs a browser.')
  const server = await startWebServer(profile)
  const [mine, foreign] = [await webBrowser.newContext(), await webBrowser.newContext()]
  const page = await mine.newPage()
  await page.goto(server.address)
  // The token is not left in the address bar.
  expect(page.url()).not.toContain('token')
  await expect(page).toHaveTitle(/Cocanvas/)
  await page.reload()
  await expect(page.locator('#root')).not.toBeEmpty()
  const other = await foreign.newPage()
  expect((await other.goto(server.address))?.status()).toBe(403)
  expect((await other.goto(page.url()))?.status()).toBe(403)
  await expect(other.locator('body')).toContainText('start Cocanvas again')
  await Promise.all([mine.close(), foreign.close()])
  await endChild(server.process, () => server.process.kill('SIGINT'))
  expect(server.process.exitCode).toBe(0)
})

test('a window that begins at a file of ours gets in, and the file is all that knows the address', async ({
  profile,
  webBrowser,
}) => {
  // Bug it would catch: a cookie that the browser does not send on, as the way began at another place (SameSite=Strict).
  if (webBrowser === undefined) throw new Error('The web shell needs a browser.')
  const server = await startWebServer(profile)
  const entrance = new EntranceFile(profile.dataFolder, server.address)
  const context = await webBrowser.newContext()
  const page = await context.newPage()
  await page.goto(entrance.url)
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  await expect(page).toHaveTitle(/Cocanvas/)
  await expect(page.locator('#root')).not.toBeEmpty()
  entrance.remove()
  await context.close()
  await endChild(server.process, () => server.process.kill('SIGINT'))
})

test('a second start on the same data shows the first, and leaves it alone', async ({ profile, webBrowser }) => {
  // Bug it would catch: two shells that write each other's lists, settings and journals over.
  if (webBrowser === undefined) throw new Error('The web shell needs a browser.')
  const server = await startWebServer(profile)
  const page = await (await webBrowser.newContext()).newPage()
  await page.goto(server.address)
  await expect(page).toHaveTitle(/Cocanvas/)
  const second = spawn(process.execPath, [path.join(repositoryFolder, 'dist/web-shell.js'), '--no-window'], {
    env: { ...process.env, ...profile.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(second, 'exit')
  const printed = await text(second.stdout)
  await ended
  // The first one has answered: otherwise the second ends with 1.
  expect([printed, second.exitCode]).toEqual([expect.stringContaining('is open already'), 0])
  await page.reload()
  await expect(page.locator('#root')).not.toBeEmpty()
  await page.context().close()
  await endChild(server.process, () => server.process.kill('SIGINT'))
})

test('another page of the same browser cannot reach the editor', async ({ app }) => {
  // Bug it would catch: a web site that talks to the editor behind the user's back.
  const address = new URL(app.page.url())
  const attacker = await app.page.context().newPage()
  await attacker.goto('data:text/html,<title>attacker</title>')
  const results = await attacker.evaluate(async (origin) => {
    // eslint-disable-next-line no-restricted-globals -- what an attacker would do
    const read = fetch(origin, { credentials: 'include', mode: 'no-cors' }).then(
      (answer) => answer.type,
      () => 'failed',
    )
    const socket = new Promise<string>((resolve) => {
      // eslint-disable-next-line no-restricted-globals -- what an attacker would do
      const opened = new WebSocket(`${origin.replace('http', 'ws')}/shell`)
      opened.onopen = () => resolve('open')
      opened.onerror = () => resolve('refused')
    })
    const framed = new Promise<string>((resolve) => {
      const frame = Object.assign(document.createElement('iframe'), { src: origin })
      frame.onload = () => resolve(frame.contentDocument === null ? 'unreadable' : 'readable')
      document.body.append(frame)
    })
    return Promise.all([read, socket, framed])
  }, address.origin)
  expect(results[0]).not.toBe('basic')
  expect(results.slice(1)).toEqual(['refused', 'unreadable'])
  await attacker.close()
})
