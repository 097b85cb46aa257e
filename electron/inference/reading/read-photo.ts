import type { Condition } from '../../contract/condition.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { PhotoSubject } from '../../contract/pack-facts.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import type { InstalledAnnotator } from '../../packs/installed-annotator.ts'
import { unsuitedSubject } from './photo-subjects.ts'
import { PREPARATIONS } from './preparation-table.ts'
import type { PhotoReader, PreparedPhoto, ReadingTools } from './photo-reader.ts'
import { READERS } from './reader-table.ts'

/** What a photo shows, with the photo as the pack wants it. */
export interface PhotoReading {
  /** Of the prepared photo, if there is one. */
  readonly condition: Condition
  /** Undefined where the pack takes photos as they are. */
  readonly prepared: PreparedPhoto | undefined
  /** What the photo is of, where the pack says that it paints that badly. */
  readonly unsuited: PhotoSubject | undefined
}

/** Pictures twice as large as a pack's own lose nothing when they are resized for it. */
const OVERSAMPLING = 2

/** The size of the prepared photo; undefined where the pack takes photos as they are. */
export function preparedSize({
  exemplarPreparation,
  sizes,
}: Pick<PackManifest, 'exemplarPreparation' | 'sizes'>): ImageSize | undefined {
  const side = sizes.native * OVERSAMPLING
  return exemplarPreparation === undefined ? undefined : { width: side, height: side }
}

/**
 * Prepares a photo as the pack wants and reads it with an annotator.
 *
 * @throws CocanvasError `bad-request` where the photo does not show what is needed; `pack-broken`, `provider-failed`
 */
export async function readPhoto(
  photo: RgbImage,
  annotator: InstalledAnnotator,
  pack: PackManifest | undefined,
  tools: ReadingTools,
): Promise<PhotoReading> {
  const read = readerOf(annotator)
  const prepared = await preparePhoto(photo, pack, tools)
  const condition = await read(prepared?.photo ?? photo, annotator, pack, tools)
  return { prepared, condition, unsuited: await unsuitedSubject(photo, pack, tools) }
}

/** @throws CocanvasError `bad-request` for a network that is only a step of another reader */
export function readerOf({ manifest }: InstalledAnnotator): PhotoReader {
  const read = READERS[manifest.makes]
  if (read !== undefined) return read
  throw new CocanvasError(
    'bad-request',
    `The annotator ${manifest.id} does not say what a whole photo shows; choose another one.`,
  )
}

async function preparePhoto(
  photo: RgbImage,
  pack: PackManifest | undefined,
  tools: ReadingTools,
): Promise<PreparedPhoto | undefined> {
  const size = pack === undefined ? undefined : preparedSize(pack)
  if (size === undefined || pack?.exemplarPreparation === undefined) return undefined
  return PREPARATIONS[pack.exemplarPreparation].one(photo, size.width, tools)
}
