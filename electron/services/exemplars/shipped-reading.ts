import { basename } from 'node:path'
import type { ExemplarReading } from '../../contract/exemplar-reading.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { decodeLayout } from '../../images/decode-layout.ts'
import { ImageError } from '../../images/image-error.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import type { SampleExemplar } from './sample-exemplars.ts'

/**
 * The labels that ship with a sample, for a pack that would have the same annotator read it and takes labels.
 *
 * @returns undefined for other packs, and for labels that hold what is no class of the pack: its annotator then reads the photo
 */
export async function shippedReading(
  { labels, annotator }: SampleExemplar,
  { id, annotator: reader, classes, conditions, exemplarPreparation }: PackManifest,
): Promise<ExemplarReading | undefined> {
  const takesLabels = conditions.some(({ kind }) => kind === 'labels') && exemplarPreparation === undefined
  if (labels === undefined || annotator === undefined || annotator !== reader || !takesLabels) return undefined
  try {
    const map = decodeLayout(await readPictureFile(labels.path), basename(labels.path), classes)
    return { packId: id, condition: { kind: 'labels', labels: map }, corrected: false }
  } catch (error) {
    if (error instanceof ImageError) return undefined
    throw error
  }
}
