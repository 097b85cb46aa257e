import path from 'node:path'
import { expect } from '../e2e/fixtures.ts'
import { openPhoto, stroke, untilMade } from '../e2e/photo/photo-steps.ts'
import { repositoryFolder } from '../e2e/shells/repository.ts'
import type { RunningApp } from '../e2e/shells/running-app.ts'

/** Opens a photo of a meadow below a forest, and lets the forest grow down into the meadow. */
export async function growForest(app: RunningApp): Promise<void> {
  await openPhoto(app, path.join(repositoryFolder, 'assets/exemplars/landscape/aitzgorri.jpg'))
  await app.page.getByRole('slider', { name: 'Size' }).fill('680')
  await stroke(app, 'tree', [0.74, 0.78], [0.98, 0.8])
  await app.page.getByRole('slider', { name: 'Size' }).fill('600')
  await stroke(app, 'tree', [0.84, 0.87], [0.99, 0.89])
  await stroke(app, 'tree', [0.6, 0.72], [0.74, 0.76])
  await untilMade(app)
}

/** Paints water into the meadow, until the program offers photos that show water. */
export async function wantWater(app: RunningApp): Promise<void> {
  await stroke(app, 'water', [0.22, 0.84], [0.44, 0.87])
  const offered = app.page.getByRole('dialog', { name: 'This photo shows no water' })
  await expect(offered).toBeVisible()
  await expect(offered.getByText('not analysed yet')).toHaveCount(0)
}
