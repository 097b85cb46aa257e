import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { RequestOf } from '../../../electron/contract/recipes/recipe.ts'
import { decodeLayout } from '../../../electron/images/decode-layout.ts'
import { decodePhoto } from '../../../electron/images/decode-photo.ts'
import { BenchHost, resultOf } from '../engine/bench-host.ts'
import { milliseconds } from '../engine/milliseconds.ts'
import type { Measurement } from '../measurement.mjs'
import { largePhoto } from './large-photo.ts'
import { placesOf } from './portrait.ts'

/** A photo of which two thirds are sky, and one that lends another sky. */
const PHOTO = 'summer-1am'
const LENDER = 'sunset'
const SKY = 3
/** Close to the most that is edited: 46 megapixels at the sample's proportions. */
const WIDTH = 8600

/** Time and memory of the largest change, in a host that has done nothing else. */
export async function largeChangeMeasurements(
  root: string,
  manifest: PackManifest,
  progress: (text: string) => void,
): Promise<readonly Measurement[]> {
  const host = new BenchHost(root)
  try {
    await resultOf(host.client.loadPack(manifest.id))
    const request = await largeChange(root, manifest)
    progress('sky of a 46 MP photo')
    const start = performance.now()
    await resultOf(host.client.generate(request, {}))
    const wall = milliseconds('sky of a 46 MP photo replaced', performance.now() - start)
    const value = host.peakBytes
    const limit = 1024 ** 3
    return value === undefined
      ? [wall]
      : [wall, { name: 'sky of a 46 MP photo replaced, host memory', unit: 'bytes', value, limit }]
  } finally {
    await host.dispose()
  }
}

/** The sky of a photo of 46 megapixels replaced by another photo's. */
async function largeChange(root: string, { classes }: PackManifest): Promise<RequestOf<'photo-edit'>> {
  const read = async (name: string) => {
    const file = path.join(root, 'assets/exemplars/landscape', name)
    const image = await decodePhoto(readFileSync(`${file}.jpg`), name)
    return { image, labels: decodeLayout(readFileSync(`${file}.labels.png`), name, classes) }
  }
  const { image, labels } = await read(PHOTO)
  const lender = await read(LENDER)
  return {
    recipe: 'photo-edit',
    pack: { id: 'landscape' },
    photo: { ...largePhoto(image, WIDTH), channels: 3 },
    original: { image, condition: { kind: 'labels', labels } },
    after: labels,
    anew: placesOf(labels, [SKY]),
    borrowed: [
      { classId: SKY, exemplar: { image: lender.image, condition: { kind: 'labels', labels: lender.labels } } },
    ],
    seed: 0,
    viewId: 'bench',
    revision: 0,
  }
}
