import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { calmSettings, runCommand, untilReady } from '../files/editor-steps.ts'

test.use({ settings: calmSettings })

/** Beside the title of a panel: what a list of one or two rows needs. */
const LEAST_CONTENT = 60
/** Tools that work on edge layers alone. */
const EDGE_TOOLS = ['Pen for edges', 'Eraser for edges', 'Reshape edges']

test('in a small window every open panel shows some of its content', async ({ app: { page } }) => {
  // Bug it would catch: a section that says it is open and has no pixel, which is what happened to the photos.
  await page.setViewportSize({ width: 1024, height: 700 })
  await untilReady(page)
  await page.getByRole('button', { name: 'Expand History' }).click()
  const column = page.getByRole('complementary', { name: 'Panels' })
  const panels = column.getByRole('region').filter({ has: page.getByRole('button', { expanded: true }) })
  expect(await panels.count()).toBeGreaterThanOrEqual(4)
  for (const panel of await panels.all()) {
    const title = panel.getByRole('button', { expanded: true })
    await panel.scrollIntoViewIfNeeded()
    const [whole, head, room] = await Promise.all([boxOf(panel), boxOf(title), boxOf(column)])
    const shown = Math.min(whole.y + whole.height, room.y + room.height) - (head.y + head.height)
    expect(shown, (await title.textContent()) ?? '').toBeGreaterThanOrEqual(LEAST_CONTENT)
  }
  await expect(column.getByRole('region', { name: 'Exemplar' }).getByRole('listitem').first()).toBeInViewport()
})

test('the header of a small window shows the name, undo and the views, none over another', async ({
  app: { page },
}) => {
  // Bug it would catch: tabs that lie over undo and the name of the document.
  await page.setViewportSize({ width: 1024, height: 700 })
  await untilReady(page)
  const header = page.getByRole('banner')
  const parts = [
    header.getByRole('menubar'),
    header.getByTestId('project-title'),
    header.getByRole('button', { name: 'Undo', exact: true }),
    header.getByRole('button', { name: 'Redo', exact: true }),
    header.getByRole('combobox', { name: 'View' }),
    header.getByTestId('live-pill'),
    header.getByRole('combobox', { name: 'Pictures' }),
  ]
  await expectApart(page, parts)
  await expect(header.getByTestId('project-title')).toContainText('Untitled')
  await header.getByRole('combobox', { name: 'View' }).selectOption('Exemplar')
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(header.getByRole('radio', { name: 'Exemplar' })).toBeChecked()
})

test('the options of every tool lie beside each other', async ({ app: { page } }) => {
  // Bug it would catch: "Superpixel size" under "Paint only over", in the usual window and in a small one.
  await untilReady(page)
  // Tools for people and for lines are shown where a document holds some.
  await runCommand(page, 'Add a pose layer')
  await runCommand(page, 'Add an edge layer')
  const tools = page.getByRole('navigation', { name: 'Tools' }).getByRole('button')
  const options = page.getByRole('toolbar', { name: 'Tool options' })
  for (const width of [1440, 1024]) {
    await page.setViewportSize({ width, height: 800 })
    for (const tool of await tools.all()) {
      await tool.click()
      await expectApart(page, await options.locator(':scope > *').all())
    }
  }
})

test('tools and panels for people and lines appear with the first layer that holds some', async ({ app: { page } }) => {
  // Bug it would catch: a painter of landscapes who is offered a pen for the edges of faces, and a library of poses.
  await untilReady(page)
  const tools = page.getByRole('navigation', { name: 'Tools' })
  const tool = (name: string): Locator => tools.getByRole('button', { name, exact: true })
  const library = page.getByRole('region', { name: 'Pose library' })
  await expect(tool('Brush')).toBeVisible()
  for (const name of ['Pose', ...EDGE_TOOLS]) await expect(tool(name)).toHaveCount(0)
  await expect(library).toHaveCount(0)
  await runCommand(page, 'Add a pose layer')
  await expect(tool('Pose')).toBeVisible()
  await expect(library).toBeVisible()
  await expect(tool('Pen for edges')).toHaveCount(0)
  await runCommand(page, 'Add an edge layer')
  for (const name of EDGE_TOOLS) await expect(tool(name)).toBeVisible()
})

test('a panel is as high as its content, and what stands under the layers is seen', async ({ app: { page } }) => {
  // Bugs it would catch: an empty area under two switches, and an opacity that is cut off below.
  await untilReady(page)
  const inspector = page.getByRole('region', { name: 'Correspondence' })
  const last = inspector.getByText('Show where the match is unsure')
  const [whole, text] = await Promise.all([boxOf(inspector), boxOf(last)])
  expect(whole.y + whole.height - (text.y + text.height)).toBeLessThan(24)
  const layers = page.getByRole('region', { name: 'Layers' })
  for (const part of [layers.getByRole('slider', { name: 'Opacity' }), layers.getByRole('combobox')])
    await expect(part).toBeInViewport({ ratio: 1 })
})

test('all classes of a pack are seen at once, and correcting labels gives them the whole column', async ({
  app: { page },
}) => {
  // Bugs it would catch: a list of five classes over an empty column; landscapes whose classes have to be scrolled for.
  await untilReady(page)
  const rows = page.getByRole('region', { name: 'Classes' }).getByRole('listitem')
  await expect(rows).toHaveCount(14)
  for (const row of await rows.all()) await expect(row).toBeInViewport({ ratio: 0.9 })

  await page.getByRole('region', { name: 'Exemplar' }).getByRole('listitem').first().getByRole('button').first().click()
  await page.getByRole('button', { name: 'Correct the labels' }).click()
  const correction = page.getByRole('dialog', { name: /^Labels of/ })
  const column = await boxOf(correction.getByRole('complementary', { name: 'Panels' }))
  const classes = await boxOf(correction.getByRole('region', { name: 'Classes' }))
  expect(classes.height).toBeGreaterThanOrEqual(column.height - 1)
})

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

async function boxOf(part: Locator): Promise<Box> {
  const box = await part.boundingBox()
  if (box === null) throw new Error('A part of the window is not shown.')
  return box
}

/** Every part has room inside the window, and none covers another. */
async function expectApart(page: Page, parts: readonly Locator[]): Promise<void> {
  const boxes = await Promise.all(parts.map(boxOf))
  const room = page.viewportSize()?.width ?? 0
  for (const [index, one] of boxes.entries()) {
    expect(one.width, `width of part ${index}`).toBeGreaterThan(20)
    expect(one.x + one.width, `right end of part ${index}`).toBeLessThanOrEqual(room)
    for (const [other, box] of boxes.slice(index + 1).entries()) {
      const across = Math.min(one.x + one.width, box.x + box.width) - Math.max(one.x, box.x)
      const down = Math.min(one.y + one.height, box.y + box.height) - Math.max(one.y, box.y)
      expect(Math.min(across, down), `parts ${index} and ${index + 1 + other}`).toBeLessThanOrEqual(0.5)
    }
  }
}
