import { classMapOf, conditionOfClasses } from '../../contract/class-maps.ts'
import type { Condition } from '../../contract/condition.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { LabelMap } from '../../contract/label-map.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { inverse, transform } from '../../faces/geometry/similarity.ts'
import type { InstalledAnnotator } from '../../packs/installed-annotator.ts'
import { partOwners, surroundingsOwners } from './part-owners.ts'
import type { PhotoSquare, PreparedPhoto, ReadingTools } from './photo-reader.ts'
import { readerOf } from './read-photo.ts'

/** What a whole photo shows, for packs that see only prepared parts of it. */
export interface WholeReading {
  readonly condition: Condition
  /** Number of the part that each pixel belongs to or lies around, from 1; 0 where the photo cannot be edited. */
  readonly parts: LabelMap
}

/**
 * Reads each prepared part of a photo and what lies around it, and puts what is found at its place in the photo. Elsewhere
 * everything has the pack's first class.
 *
 * @throws CocanvasError `pack-broken`, `provider-failed`; `bad-request` where the pack's annotator gives no classes
 */
export async function readWholePhoto(
  photo: RgbImage,
  prepared: readonly PreparedPhoto[],
  annotator: InstalledAnnotator,
  pack: PackManifest,
  tools: ReadingTools,
): Promise<WholeReading> {
  const { width, height } = photo
  const read = readerOf(annotator)
  const parts = partOwners(prepared, photo, photo)
  const owners = surroundingsOwners(prepared, photo, photo)
  const data = new Uint8Array(width * height).fill(pack.classes[0]?.id ?? 0)
  let kind: Condition['kind'] | undefined
  for (const [index, part] of prepared.entries()) {
    await tools.checkpoint()
    for (const square of part.around === undefined ? [part] : [part.around, part]) {
      const condition = await read(square.photo, annotator, pack, tools)
      const labels = classMapOf(condition)
      if (labels === undefined) throw noClasses(pack.id)
      kind = condition.kind
      place(data, width, square === part ? parts : owners, index + 1, labels, square)
    }
  }
  const condition = kind === undefined ? undefined : conditionOfClasses(kind, { width, height, data }, photo)
  if (condition === undefined) throw noClasses(pack.id)
  return { condition, parts: { width, height, data: owners } }
}

/** Writes a square's labels over the pixels that belong to it. */
function place(
  data: Uint8Array,
  width: number,
  owners: Uint8Array,
  number: number,
  labels: LabelMap,
  { photo, toGiven }: PhotoSquare,
): void {
  const toPart = inverse(toGiven)
  owners.forEach((owner, at) => {
    if (owner !== number) return
    const { x, y } = transform(toPart, { x: (at % width) + 0.5, y: Math.floor(at / width) + 0.5 })
    const column = Math.floor((x * labels.width) / photo.width)
    const row = Math.floor((y * labels.height) / photo.height)
    data[at] = labels.data[row * labels.width + column] ?? 0
  })
}

function noClasses(packId: string): CocanvasError {
  return new CocanvasError('bad-request', `${packId} does not label photos; choose another pack.`)
}
