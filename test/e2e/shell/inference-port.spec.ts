import type { Page } from '@playwright/test'
import { calmSettings } from '../files/editor-steps.ts'
import { expect, test } from '../fixtures.ts'

test.use({ settings: calmSettings })

test('the page and its host talk directly, and pixels arrive as they were sent', async ({ app }) => {
  // Bug it would catch: a transport that loses arrays, or a port that goes to the wrong page.
  await loadShellAlone(app.page)
  const answers = await app.page.evaluate(async () => {
    const { port, configuration } = await window.cocanvas.connectInference()
    const heard: string[] = []
    const finished = new Promise<Record<string, unknown>>((resolve) => {
      port.subscribe((message) => {
        heard.push(message.type)
        if (message.type === 'ready') {
          const image = { width: 64, height: 64, data: new Uint8Array(64 * 64 * 3).fill(120) }
          const labels = { width: 64, height: 64, data: new Uint8Array(64 * 64).fill(3) }
          const condition = { kind: 'labels' as const, labels }
          port.send({ type: 'put-exemplar', exemplarId: 'e', exemplar: { image, condition } })
          port.send({
            type: 'generate',
            jobId: 'j',
            request: {
              recipe: 'exemplar-synthesis',
              exemplarId: 'e',
              pack: { id: 'tiny' },
              condition,
              size: { width: 64, height: 64 },
              seed: 1,
              options: {},
              viewId: 'test',
              revision: 7,
            },
          })
        }
        if (message.type === 'picture' && message.result.recipe === 'exemplar-synthesis') {
          const { image, revision } = message.result
          resolve({ revision, bytes: image.data.length, kind: image.data.constructor.name })
        }
        if (message.type === 'error') resolve({ error: message.message })
      })
    })
    port.send({ type: 'hello', protocolVersion: 2, configuration })
    const result = await finished
    port.close()
    return { heard, result }
  })
  expect(answers.heard[0]).toBe('ready')
  expect(answers.result).toMatchObject({ revision: 7, kind: 'Uint8Array' })
})

test('a host that dies is announced, and the next one works', async ({ app }) => {
  // Bug it would catch: a window that waits for ever for a host that is gone.
  await loadShellAlone(app.page)
  await app.page.evaluate(async () => {
    const announced: unknown[] = []
    Reflect.set(window, 'announced', announced)
    window.cocanvas.on('inferenceStopped', (event) => announced.push(event))
    await window.cocanvas.connectInference()
  })
  await expect.poll(() => app.hostProcesses().length).toBeGreaterThan(0)
  await app.crashHost()
  await expect
    .poll(() => app.page.evaluate(() => Reflect.get(window, 'announced') as unknown))
    .toContainEqual({ reason: 'ended' })
  const first = await app.page.evaluate(async () => {
    const { port, configuration } = await window.cocanvas.connectInference()
    const answer = new Promise<string>((resolve) => port.subscribe(({ type }) => resolve(type)))
    port.send({ type: 'hello', protocolVersion: 2, configuration })
    const type = await answer
    port.close()
    return type
  })
  expect(first).toBe('ready')
})

/** The page with its shell and without the editor, which would take the one host of its window for itself. */
async function loadShellAlone(page: Page): Promise<void> {
  await page.route(/\/assets\/.*\.js$/, (route) => route.abort())
  await page.reload()
}
