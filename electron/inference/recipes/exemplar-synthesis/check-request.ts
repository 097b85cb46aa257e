import { CocanvasError } from '../../../contract/error-codes.ts'
import type { GenerationSettings } from '../../../contract/generation-request.ts'
import type { ImageSize } from '../../../contract/image-size.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import { inputOf } from './input-of.ts'

/** Refuses what a pack cannot do before any work is done. @throws CocanvasError `bad-request` */
export function checkRequest(request: GenerationSettings, manifest: PackManifest): void {
  const { version } = request.pack
  if (version !== undefined && version !== manifest.version)
    throw refused(
      `The pack ${manifest.id} is installed as version ${manifest.version}, not ${version}; use that version`,
    )
  checkSize(request.size, manifest)
  if (request.options.temperature !== undefined && inputOf('temperature', manifest) === undefined)
    throw refused(`The pack ${manifest.id} has a fixed matching temperature; leave it out`)
  if (request.options.backdrop !== undefined && manifest.figureAnnotator === undefined)
    throw refused(`The pack ${manifest.id} paints no figure apart from a background; leave the background out`)
}

function checkSize({ width, height }: ImageSize, { id, sizes }: PackManifest): void {
  const { fixed, multiple, min, max } = sizes
  if (fixed !== undefined) {
    if (width !== fixed.width || height !== fixed.height)
      throw refused(`The pack ${id} makes pictures of ${fixed.width} × ${fixed.height} only; ask for that size`)
    return
  }
  if (width < min || height < min || width > max || height > max)
    throw refused(
      `The pack ${id} makes pictures of ${min} to ${max} pixels a side, not ${width} × ${height}; ask for less or more`,
    )
  if (width % multiple !== 0 || height % multiple !== 0)
    throw refused(
      `Both sides of a picture must be multiples of ${multiple}, which ${width} × ${height} is not; round them`,
    )
}

function refused(sentence: string): CocanvasError {
  return new CocanvasError('bad-request', `${sentence}.`)
}
