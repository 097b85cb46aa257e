import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'fast-png'
import sharp from 'sharp'
import { onTestFinished } from 'vitest'

/** A fresh folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cocanvas-cli-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** An 8-bit grey layout: the upper half one class, the lower half another. */
export async function writeLayout(
  path: string,
  ids: readonly [number, number] = [3, 10],
  width = 64,
  height = 64,
): Promise<string> {
  const data = Uint8Array.from({ length: width * height }, (_, pixel) =>
    pixel < (width * height) / 2 ? ids[0] : ids[1],
  )
  await writeFile(path, encode({ width, height, data, channels: 1, depth: 8 }))
  return path
}

/** A flat photo; the format follows the extension. */
export async function writePhoto(path: string, red = 200, width = 80, height = 60): Promise<string> {
  await sharp({ create: { width, height, channels: 3, background: { r: red, g: 120, b: 60 } } }).toFile(path)
  return path
}
