import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { repositoryFolder } from '../e2e/shells/repository.ts'

const folder = path.join(repositoryFolder, 'docs/screenshots')

/** Writes what the window shows as a PNG of at most 256 colours, a quarter of the bytes of a full one. */
export async function takePicture(page: Page, name: string): Promise<void> {
  // No tooltip, no hover: the pointer rests where nothing is.
  await page.mouse.move(720, 899)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const full = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  const small = await sharp(full).png({ palette: true, colours: 256, effort: 10, dither: 0.6 }).toBuffer()
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.png`), small)
}
