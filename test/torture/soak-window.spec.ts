import type { CDPSession, Page } from '@playwright/test'
import { calmSettings, chooseClass, untilReady } from '../e2e/files/editor-steps.ts'
import { journalBytes } from '../e2e/files/project-reading.ts'
import { expect, test } from '../e2e/fixtures.ts'
import type { RunningApp } from '../e2e/shells/running-app.ts'
import { order, tell } from './torture-order.ts'

/** The undo history holds this many steps; memory cannot be flat before it is full. */
const HISTORY_STEPS = 1000
/** Of what it was after the warm-up. Compiled code and the page's caches breathe by a few hundredths. */
const MOST_GROWTH = 1.1
/** Strokes between two looks. */
const STEP = 500

test.use({ settings: calmSettings })

test('painting on and on leaves the memory of the page as it is', async ({ app, shell }) => {
  // Bug it would catch: strokes, pictures, journal steps or their listeners that stay in memory for ever.
  test.skip(shell !== 'web', 'the page is the same in every shell')
  const { page } = app
  await untilReady(page)
  await chooseClass(page, 'water')
  const devTools = await page.context().newCDPSession(page)
  await paintOn(page, HISTORY_STEPS + STEP)
  await untilJournaled(app)
  const warm = await bytesInUse(devTools)
  let now = warm
  for (let strokes = 0; strokes < order.strokes; strokes += STEP) {
    await paintOn(page, STEP)
    await untilJournaled(app)
    now = await bytesInUse(devTools)
    process.stdout.write(`  ${strokes + STEP} of ${order.strokes} strokes: ${megabytes(now)}, was ${megabytes(warm)}\n`)
  }
  tell(
    `soak: page: ${order.strokes} strokes after ${HISTORY_STEPS + STEP} to warm up: ${megabytes(warm)} before, ${megabytes(now)} after`,
  )
  expect(now).toBeLessThan(warm * MOST_GROWTH)
})

/** Strokes by a pen that the page itself drives: as quick as the editor takes them. */
async function paintOn(page: Page, strokes: number): Promise<void> {
  await page.evaluate(async (count) => {
    const area = document.querySelector<HTMLElement>('[data-testid="canvas-area"]')
    if (area === null) throw new Error('There is no canvas.')
    // A pen that no device drives cannot be captured.
    area.setPointerCapture = () => undefined
    const { left, top, width, height } = area.getBoundingClientRect()
    const side = Math.min(width, height) * 0.8
    const send = (type: string, across: number, down: number, buttons: number): void => {
      const clientX = left + width / 2 + (across - 0.5) * side
      const clientY = top + height / 2 + (down - 0.5) * side
      const pen = { pointerId: 1, pointerType: 'pen', isPrimary: true, pressure: 0.5, bubbles: true, cancelable: true }
      area.dispatchEvent(new PointerEvent(type, { ...pen, clientX, clientY, button: 0, buttons }))
    }
    for (let stroke = 0; stroke < count; stroke++) {
      // Classes change, so that every stroke changes something.
      const key = String((stroke % 4) + 1)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Digit${key}`, bubbles: true }))
      const [across, down] = [(stroke * 0.37) % 1, (stroke * 0.61) % 1]
      send('pointerdown', across, down, 1)
      for (let move = 1; move <= 6; move++) send('pointermove', (across + move / 20) % 1, down, 1)
      send('pointerup', (across + 0.3) % 1, down, 0)
      await new Promise(requestAnimationFrame)
    }
  }, strokes)
}

/** Steps that wait for a busy disk are in memory, rightly; memory is looked at once they have all been written. */
async function untilJournaled({ dataFolder }: RunningApp): Promise<void> {
  let before = -1
  const isSettled = (): boolean => {
    const now = journalBytes(dataFolder)
    const settled = now === before
    before = now
    return settled
  }
  await expect.poll(isSettled, { message: 'the journal comes to rest', intervals: [2000], timeout: 300_000 }).toBe(true)
}

/** What is still needed after the garbage is gone: values, the DOM and the bytes of arrays. */
async function bytesInUse(devTools: CDPSession): Promise<number> {
  for (let time = 0; time < 3; time++) await devTools.send('HeapProfiler.collectGarbage')
  const usage: Readonly<Record<string, number>> = await devTools.send('Runtime.getHeapUsage')
  return (usage['usedSize'] ?? 0) + (usage['embedderHeapUsedSize'] ?? 0) + (usage['backingStorageSize'] ?? 0)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`
}
