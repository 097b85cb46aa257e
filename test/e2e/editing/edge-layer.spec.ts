import path from 'node:path'
import { z } from 'zod'
import { calmSettings, layerRows, notices, paint, runCommand, untilReady, type Place } from '../files/editor-steps.ts'
import { projectFiles } from '../files/project-reading.ts'
import { journaled, restoreWork, saveAs } from '../files/project-steps.ts'
import { expect, test } from '../fixtures.ts'

test.use({ settings: calmSettings })

const strokeSchema = z.object({ part: z.string(), closed: z.boolean(), points: z.array(z.array(z.number())) })
const savedSchema = z.object({
  structure: z.object({
    layers: z.record(z.string(), z.object({ kind: z.string(), strokes: z.array(strokeSchema).optional() })),
  }),
})

test('edges are drawn by part, mirrored, erased and undone; they are saved, and safe from a power cut', async ({
  app,
  launch,
  profile,
}) => {
  // Bugs it would catch: lines that are drawn but not kept, an eraser that takes what it did not touch, parts that a file forgets.
  const file = (name: string): string => path.join(profile.userFolder, `${name}.cocanvas`)
  const { page } = app
  await untilReady(page)
  await page.keyboard.press('n')
  await paint(page, [
    [0, 0],
    [0.1, 0],
  ])
  await expect(notices(page)).toContainText('Choose an edge layer')

  await runCommand(page, 'Add an edge layer')
  await expect(layerRows(page)).toHaveCount(2)
  const options = page.getByRole('toolbar', { name: 'Tool options' })
  await options.getByLabel('Part').selectOption({ label: 'Left brow (the person’s)' })
  await options.getByRole('switch', { name: 'Both sides' }).click()
  await paint(page, [
    [0.1, -0.2],
    [0.18, -0.24],
    [0.3, -0.2],
  ])
  await options.getByRole('switch', { name: 'Both sides' }).click()
  await options.getByLabel('Part').selectOption({ label: 'Face outline and jaw' })
  await paint(page, circle([0, 0], 0.35))
  await saveAs(app, file('drawn'))

  await page.keyboard.press('x')
  await paint(page, [
    [0.2, -0.3],
    [0.2, -0.15],
  ])
  await saveAs(app, file('erased'))
  await page.keyboard.press('Control+z')
  await saveAs(app, file('undone'))
  await journaled(app, () => page.keyboard.press('Control+Shift+z'))
  await app.kill()

  const again = await launch()
  await restoreWork(again)
  await expect(layerRows(again.page)).toHaveCount(2)
  await saveAs(again, file('restored'))

  const drawn = strokes(file('drawn'))
  expect(drawn.map(({ part, closed }) => [part, closed])).toEqual([
    ['left brow', false],
    ['right brow', false],
    ['skin', true],
  ])
  const [left, right] = drawn.map(({ points }) => points.map(([x = 0]) => x))
  expect(Math.min(...(left ?? []))).toBeGreaterThan(Math.max(...(right ?? [])))
  const erased = strokes(file('erased'))
  expect(erased.map(({ part }) => part)).toEqual(['left brow', 'left brow', 'right brow', 'skin'])
  expect(strokes(file('undone'))).toEqual(drawn)
  expect(strokes(file('restored'))).toEqual(erased)
})

test('edges are found in a reference photo, face and all, and can be changed at once', async ({ app }) => {
  test.slow()
  // Bugs it would catch: a parser that never answers the window, and edges that lie beside the photo.
  const { page } = app
  await untilReady(page)
  await runCommand(page, 'Edges from the reference photo')
  await expect(notices(page)).toContainText('Add a reference photo first')
  const photo = path.resolve('test/fixtures/faces/female_10.jpg')
  await app.answerDialog(photo, () => runCommand(page, 'Add a reference photo'))
  await expect(layerRows(page)).toHaveCount(2)
  await runCommand(page, 'Edges from the reference photo')
  const dialog = page.getByRole('dialog', { name: 'Edges from the photo' })
  await dialog.getByRole('button', { name: 'Draw' }).click()
  await expect(dialog).toHaveCount(0, { timeout: 60_000 })
  await expect(layerRows(page)).toHaveCount(3)
})

test('a face template lies over the document as edges, flips, and says what a pack without faces cannot do', async ({
  app,
  profile,
}) => {
  // Bugs it would catch: templates that a shell does not find, and a flip that makes two left brows.
  const { page } = app
  const file = (name: string): string => path.join(profile.userFolder, `${name}.cocanvas`)
  await untilReady(page)
  await runCommand(page, 'Face template')
  const dialog = page.getByRole('dialog', { name: 'Face templates' })
  await expect(dialog.getByRole('button', { name: /hair|smile|Fringe|Bald|glasses|laugh|Child|Turned/ })).toHaveCount(
    12,
  )
  await dialog.getByRole('button', { name: 'Turned to the left' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(layerRows(page)).toHaveCount(2)
  await saveAs(app, file('template'))
  await runCommand(page, 'Flip the edges left to right')
  await saveAs(app, file('flipped'))
  const left = (name: string): number => {
    const brow = strokes(file(name)).find(({ part }) => part === 'left brow')
    return Math.min(...(brow?.points.map(([x = 0]) => x) ?? []))
  }
  const right = (name: string): number => {
    const brow = strokes(file(name)).find(({ part }) => part === 'right brow')
    return Math.max(...(brow?.points.map(([x = 0]) => x) ?? []))
  }
  for (const name of ['template', 'flipped']) expect(left(name)).toBeGreaterThan(right(name))
  expect(left('flipped')).not.toBe(left('template'))
  await runCommand(page, 'Masks from closed lines')
  await expect(notices(page)).toContainText('First close a line of a part for which this pack has a class')
})

/** A closed circle around a place. */
function circle([x, y]: Place, radius: number): Place[] {
  return Array.from({ length: 25 }, (_, step): Place => {
    const angle = (step / 24) * 2 * Math.PI
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
}

/** The lines of the edge layer in a saved project. */
function strokes(file: string): readonly z.infer<typeof strokeSchema>[] {
  const document: unknown = JSON.parse(Buffer.from(projectFiles(file)['document.json'] ?? []).toString())
  const layers = Object.values(savedSchema.parse(document).structure.layers)
  return layers.find(({ kind }) => kind === 'lines')?.strokes ?? []
}
