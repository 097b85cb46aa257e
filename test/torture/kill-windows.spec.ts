import type { Page } from '@playwright/test'
import { SeededRandom } from '../../scripts/torture/seeded-random.ts'
import { beginStroke, calmSettings, chooseClass, paint, untilReady, type Place } from '../e2e/files/editor-steps.ts'
import { journalBytes } from '../e2e/files/project-reading.ts'
import { expect, test } from '../e2e/fixtures.ts'
import type { RunningApp } from '../e2e/shells/running-app.ts'
import { order, tell } from './torture-order.ts'

const CLASSES = ['water', 'tree', 'road']
/** A step that was not confirmed may still have reached the disk. */
const UNCONFIRMED = 1

test.use({ settings: calmSettings, mayFail: true })

test('kills of the process that draws the page', async ({ launch, shell }) => {
  // Bug it would catch: finished strokes that are not offered to the next page, because their journal still counts as open.
  const random = new SeededRandom(order.seed)
  let kept = 0
  let app = await launch()
  for (let kill = 1; kill <= order.kills; kill++) {
    const strokes = await paintSome(app, random)
    const page = await crashOf(app)
    kept += await expectOffered(page, strokes, `kill ${kill}`)
    app = shell === 'web' ? { ...app, page } : await again(app, launch)
  }
  tellKills(shell === 'web' ? "web shell's page" : "Electron double's renderer", kept)
})

test('kills of the main process', async ({ launch, shell }) => {
  test.skip(shell === 'web', 'npm run torture -- kills does that without a browser')
  const random = new SeededRandom(order.seed)
  let kept = 0
  let app = await launch()
  for (let kill = 1; kill <= order.kills; kill++) {
    const strokes = await paintSome(app, random)
    await app.kill()
    app = await launch()
    kept += await expectOffered(app.page, strokes, `kill ${kill}`)
  }
  tellKills("Electron double's main process", kept)
})

/** Up to three strokes that are on the disk, and one that may not be. @returns how many are */
async function paintSome({ page, dataFolder }: RunningApp, random: SeededRandom): Promise<number> {
  await untilReady(page)
  const strokes = 1 + random.below(3)
  for (let stroke = 0; stroke < strokes; stroke++) {
    await chooseClass(page, random.pick(CLASSES))
    const before = journalBytes(dataFolder)
    await paint(page, places(random))
    await expect.poll(() => journalBytes(dataFolder), { message: 'the step reaches the disk' }).toBeGreaterThan(before)
  }
  // The kill comes in the middle of one more, or while it is being written.
  await beginStroke(page, places(random))
  for (let move = random.below(6); move > 0; move--) await page.mouse.move(400 + 20 * move, 400)
  if (random.below(2) === 0) await page.mouse.up()
  return strokes
}

function places(random: SeededRandom): readonly Place[] {
  const place = (): Place => [random.next() * 0.8 - 0.4, random.next() * 0.8 - 0.4]
  return [place(), place(), place()]
}

/** The next page offers all strokes, they can be read, and the user deletes them. @returns how many there are */
async function expectOffered(page: Page, strokes: number, which: string): Promise<number> {
  const offer = page.getByRole('dialog', { name: 'Your work is still here' })
  await expect(offer, `${which}: the offer`).toBeVisible()
  const found = await page.evaluate(async () => {
    const [first] = await window.cocanvas.listRecoveries()
    if (first === undefined) return { changes: 0, layers: 0 }
    const { content } = await window.cocanvas.readRecovery(first.journalId)
    return { changes: first.changeCount, layers: content.labelLayers.length }
  })
  expect(found.changes, `${which}: strokes kept`).toBeGreaterThanOrEqual(strokes)
  expect(found.changes, `${which}: strokes kept`).toBeLessThanOrEqual(strokes + UNCONFIRMED)
  expect(found.layers, `${which}: layers`).toBeGreaterThan(0)
  await offer.getByRole('button', { name: 'Delete' }).click()
  await expect(offer).toHaveCount(0)
  return found.changes
}

async function crashOf(app: RunningApp): Promise<Page> {
  if (app.crashPage === undefined) throw new Error('This shell cannot crash its page.')
  return app.crashPage()
}

/** Electron gives up on a page that dies again and again, so each of its pages dies once. */
async function again(app: RunningApp, launch: () => Promise<RunningApp>): Promise<RunningApp> {
  await app.close()
  return launch()
}

function tellKills(what: string, kept: number): void {
  tell(`kills: ${what}: ${order.kills} kills, ${kept} confirmed strokes kept`)
}
