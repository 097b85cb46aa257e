import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { decodePhoto } from '../../electron/images/decode-photo.ts'
import { encodeLabelPng } from '../../electron/images/encode-png.ts'
import { readPack } from '../../electron/packs/installed-pack.ts'
import { drawLabels } from './draw-labels.ts'
import { photoOutlines } from './outlines.mjs'

/** Writes a label PNG beside every landscape photo that has outlines. @param root the repository's */
export async function labelPhotos(root: string): Promise<void> {
  const { manifest } = await readPack(path.join(root, 'models/packs/landscape'))
  const folder = path.join(root, 'assets/exemplars/landscape')
  for (const [name, outlines] of Object.entries(photoOutlines)) {
    const photo = await decodePhoto(await readFile(path.join(folder, `${name}.jpg`)), `${name}.jpg`)
    const png = await encodeLabelPng(await drawLabels(photo, outlines), manifest.classes)
    await writeFile(path.join(folder, `${name}.labels.png`), png)
    console.log(`${name}: ${png.length} bytes`)
  }
}
