import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CocanvasError } from '../../contract/error-codes.ts'
import { faceTemplateSchema, type FaceTemplate } from '../../contract/face-template.ts'
import { linesConditionSchema } from '../../contract/conditions/lines.ts'
import { decodeLayout } from '../../images/decode-layout.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'

const TEMPLATE_FILE = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.json$/

/**
 * The faces in `assets/face-templates`: lines (`<id>.json`) and masks (`<id>.png`) of each.
 *
 * @throws CocanvasError `bad-request` when a file of theirs is damaged
 */
export async function listFaceTemplates(assetsFolder: string): Promise<FaceTemplate[]> {
  const folder = join(assetsFolder, 'face-templates')
  const files = await readdir(folder).catch(() => [])
  const ids = files.sort().flatMap((file) => TEMPLATE_FILE.exec(file)?.[1] ?? [])
  return Promise.all(ids.map((id) => readTemplate(folder, id)))
}

async function readTemplate(folder: string, id: string): Promise<FaceTemplate> {
  try {
    const lines = linesConditionSchema.parse(JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8')))
    const masks = decodeLayout(await readPictureFile(join(folder, `${id}.png`)), `${id}.png`, [])
    return faceTemplateSchema.parse({ id, title: titleOf(id), lines, masks })
  } catch {
    throw new CocanvasError('bad-request', `The face template ${id} is damaged: install Cocanvas again.`)
  }
}

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
