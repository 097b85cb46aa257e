import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ImageSize } from '../../../electron/contract/image-size.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { decodeLayout } from '../../../electron/images/decode-layout.ts'
import { decodePhoto } from '../../../electron/images/decode-photo.ts'
import { resizeNearest } from '../../../electron/resampling/nearest.ts'

/**
 * The sample layouts, repeated, each time moved sideways a little further, so that no cache can answer instead of the
 * networks.
 */
export function sampleLayouts(root: string, manifest: PackManifest, size: ImageSize, count: number): LabelMap[] {
  const samples = filesIn(path.join(root, 'assets/layouts'), '.png').map((file) => {
    const labels = decodeLayout(readFileSync(file), file, manifest.classes)
    return resizeNearest(labels, size)
  })
  return Array.from({ length: count }, (_, index) => {
    const sample = samples[index % samples.length]
    if (sample === undefined) throw new Error('There are no sample layouts.')
    return moved(sample, index * 5)
  })
}

/** The sample photos and their mirror images. */
export async function samplePhotos(root: string): Promise<readonly RgbImage[]> {
  const files = filesIn(path.join(root, 'assets/exemplars/landscape'), '.jpg')
  const photos = await Promise.all(files.map((file) => decodePhoto(readFileSync(file), file)))
  return [...photos, ...photos.map(mirrored)]
}

function filesIn(folder: string, extension: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => path.join(folder, name))
}

function moved({ width, height, data }: LabelMap, pixels: number): LabelMap {
  const result = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) result[y * width + ((x + pixels) % width)] = data[y * width + x] ?? 0
  return { width, height, data: result }
}

function mirrored({ width, height, data }: RgbImage): RgbImage {
  const result = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 3
      result.set(data.subarray(from, from + 3), (y * width + (width - 1 - x)) * 3)
    }
  return { width, height, data: result }
}
