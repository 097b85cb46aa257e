import { readFileSync } from 'node:fs'
import path from 'node:path'
import { classMapOf } from '../../../electron/contract/class-maps.ts'
import type { LabelMap } from '../../../electron/contract/label-map.ts'
import type { RequestOf } from '../../../electron/contract/recipes/recipe.ts'
import { decodePhoto } from '../../../electron/images/decode-photo.ts'
import { resizeNearest } from '../../../electron/resampling/nearest.ts'
import { resultOf, type BenchHost } from '../engine/bench-host.ts'
import { largePhoto } from './large-photo.ts'

const PHOTO = 'test/fixtures/faces/male_42.jpg'
/** Twelve megapixels, as the fixture is square. */
const WIDTH = 3464
const WORKING = 2048
const DOCUMENT = 1024
const HAIR = 13

/** A portrait of twelve megapixels whose hair is to be painted anew. */
export async function portraitEdit(root: string, host: BenchHost): Promise<RequestOf<'photo-edit'>> {
  const sample = await decodePhoto(readFileSync(path.join(root, PHOTO)), PHOTO)
  const image = largePhoto(sample, WIDTH)
  const working = largePhoto(sample, WORKING)
  const { condition } = await resultOf(host.client.annotate('face-parts', working, { packId: 'faces', whole: true }))
  const read = classMapOf(condition)
  if (read === undefined) throw new Error('The portrait has no labels.')
  const labels = resizeNearest(read, { width: DOCUMENT, height: DOCUMENT })
  return {
    recipe: 'photo-edit',
    pack: { id: 'faces' },
    photo: { ...image, channels: 3 },
    original: { image: working, condition: { kind: 'labels', labels } },
    after: labels,
    anew: placesOf(labels, HAIR),
    borrowed: [],
    seed: 0,
    viewId: 'bench',
    revision: 0,
  }
}

/** 1 where the labels have a class. */
export function placesOf(labels: LabelMap, classId: number): LabelMap {
  return { ...labels, data: labels.data.map((label) => (label === classId ? 1 : 0)) }
}
