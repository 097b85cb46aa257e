import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { SampleLayout } from '../../contract/exemplar-library.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { decodeLayout } from '../../images/decode-layout.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'

const LAYOUT_FILE = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.png$/

/** The layouts in `assets/layouts`; the id is the file's stem, the title its words. */
export async function listSampleLayouts(assetsFolder: string): Promise<SampleLayout[]> {
  const files = await readdir(join(assetsFolder, 'layouts')).catch(() => [])
  return files
    .sort()
    .map((file) => LAYOUT_FILE.exec(file)?.[1])
    .filter((id) => id !== undefined)
    .map((id) => ({ id, title: titleOf(id) }))
}

/** @throws CocanvasError `bad-request` for an unknown layout or one that the pack cannot show. */
export async function readSampleLayout(
  assetsFolder: string,
  layoutId: string,
  manifest: PackManifest,
): Promise<LabelMap> {
  const known = (await listSampleLayouts(assetsFolder)).some(({ id }) => id === layoutId)
  if (!known) throw new CocanvasError('bad-request', 'There is no such sample layout: choose another one.')
  const path = join(assetsFolder, 'layouts', `${layoutId}.png`)
  return decodeLayout(await readPictureFile(path), `${layoutId}.png`, manifest.classes)
}

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
