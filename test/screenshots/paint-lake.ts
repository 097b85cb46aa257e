import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from '../e2e/fixtures.ts'
import { openPhoto, stroke, untilMade } from '../e2e/photo/photo-steps.ts'
import { repositoryFolder } from '../e2e/shells/repository.ts'
import type { RunningApp } from '../e2e/shells/running-app.ts'

/** Opens a photo of a meadow and begins a lake in its hollow, until the program asks for a photo that shows water. */
export async function beginLake(app: RunningApp): Promise<void> {
  const { page } = app
  await openPhoto(app, path.join(repositoryFolder, 'assets/exemplars/landscape/aitzgorri.jpg'))
  await page.getByRole('slider', { name: 'Size' }).fill('640')
  await stroke(app, 'water', [0.28, 0.8], [0.62, 0.82])
  await expect(offeredPhotos(page)).toBeVisible()
  await expect(offeredPhotos(page).getByText('not analysed yet')).toHaveCount(0)
}

/** Takes the water of the photo that suits best, and gives the lake a shore that no single stroke would make. */
export async function finishLake(app: RunningApp): Promise<void> {
  const { page } = app
  await offeredPhotos(page).getByRole('listitem').first().getByRole('button').click()
  await page.getByRole('slider', { name: 'Size' }).fill('540')
  await stroke(app, 'water', [0.22, 0.79], [0.34, 0.78])
  await stroke(app, 'water', [0.36, 0.85], [0.54, 0.86])
  await stroke(app, 'water', [0.58, 0.8], [0.69, 0.84])
  await untilMade(app)
}

function offeredPhotos(page: Page) {
  return page.getByRole('dialog', { name: 'This photo shows no water' })
}
