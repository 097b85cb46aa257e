import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { decode } from 'fast-png'
import type { LabelMap } from '../../electron/contract/label-map.ts'
import type { PackManifest } from '../../electron/contract/pack-manifest.ts'
import type { RgbImage } from '../../electron/contract/rgb-image.ts'
import { decodePhoto } from '../../electron/images/decode-photo.ts'
import { classOfId } from '../../electron/inference/preprocess/class-of-id.ts'

/** A photo and what it shows. */
export interface LabelledPhoto {
  readonly image: RgbImage
  readonly labels: LabelMap
}

/** Whose labels are the layout, and whose look the picture gets. */
export interface PhotoPair {
  readonly name: string
  readonly own: LabelledPhoto
  readonly look: LabelledPhoto
}

/** Folders of photos with the labels of each; the labels of `a.jpg` are called `a.png` or `a.labels.png`. */
export interface PhotoFolder {
  readonly photos: string
  readonly labels: string
}

/**
 * Pairs each photo of the list with the next one, or with the photos of `looks` in turn.
 */
export async function photoPairs(
  names: readonly string[],
  folder: PhotoFolder,
  looks: PhotoFolder | undefined,
  classes: PackManifest['classes'],
): Promise<readonly PhotoPair[]> {
  const lookNames = looks === undefined ? names : photoNames(looks.photos)
  const shift = looks === undefined ? 1 : 0
  const pairs: PhotoPair[] = []
  for (const [index, name] of names.entries()) {
    const look = lookNames[(index + shift) % lookNames.length] ?? name
    const own = await labelledPhoto(folder, name, classes)
    pairs.push({ name: stem(name), own, look: await labelledPhoto(looks ?? folder, look, classes) })
  }
  return pairs
}

/** The photos of a folder, in order. */
export function photoNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jpg'))
    .sort()
}

async function labelledPhoto(
  { photos, labels }: PhotoFolder,
  name: string,
  classes: PackManifest['classes'],
): Promise<LabelledPhoto> {
  const known = classOfId(classes)
  const beside = path.join(labels, `${stem(name)}.labels.png`)
  const { width, height, data } = decode(
    readFileSync(existsSync(beside) ? beside : path.join(labels, `${stem(name)}.png`)),
  )
  const map: LabelMap = { width, height, data: Uint8Array.from(data, (id) => known.get(id) ?? 0) }
  return { image: await decodePhoto(readFileSync(path.join(photos, name)), name), labels: map }
}

function stem(name: string): string {
  return path.basename(name, path.extname(name))
}
