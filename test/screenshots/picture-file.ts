import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import sharp, { type Sharp } from 'sharp'
import { repositoryFolder } from '../e2e/shells/repository.ts'

/** Pictures of the guide are shown this wide in the window; more would only make it larger. */
const GUIDE_WIDTH = 1080

/** Writes what the window shows as a PNG of at most 256 colours, a quarter of the bytes of a full one. */
export async function takePicture(page: Page, name: string): Promise<void> {
  write('docs/screenshots', name, await palettePng(sharp(await shownBy(page))))
}

/** The same for a page of the guide, which the window itself shows. */
export async function takeGuidePicture(page: Page, name: string): Promise<void> {
  write('docs/guide/images', name, await palettePng(sharp(await shownBy(page)).resize(GUIDE_WIDTH)))
}

async function shownBy(page: Page): Promise<Buffer> {
  // No tooltip, no hover: the pointer rests where nothing is.
  await page.mouse.move(720, 899)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page.screenshot({ animations: 'disabled', caret: 'hide' })
}

function palettePng(picture: Sharp): Promise<Buffer> {
  return picture.png({ palette: true, colours: 256, effort: 10, dither: 0.6 }).toBuffer()
}

function write(relative: string, name: string, bytes: Buffer): void {
  const folder = path.join(repositoryFolder, relative)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.png`), bytes)
}
