import type { Exemplar } from '../../../electron/contract/generation-request.ts'
import type { PackManifest } from '../../../electron/contract/pack-manifest.ts'
import type { RgbImage } from '../../../electron/contract/rgb-image.ts'
import { resultOf, type BenchHost } from './bench-host.ts'

/** Photos with their labels, and the milliseconds that each labelling took. */
export interface LabelledPhotos {
  readonly exemplars: readonly Exemplar[]
  readonly milliseconds: readonly number[]
}

/** Has the pack's annotator label every photo. @throws when the pack has none */
export async function labelPhotos(
  host: BenchHost,
  { id, annotator }: PackManifest,
  photos: readonly RgbImage[],
): Promise<LabelledPhotos> {
  if (annotator === undefined) throw new Error(`${id} has no annotator`)
  const exemplars: Exemplar[] = []
  const milliseconds: number[] = []
  for (const image of photos) {
    const { condition, timings } = await resultOf(host.client.annotate(annotator, image, { packId: id }))
    exemplars.push({ image, condition })
    milliseconds.push(timings[0]?.milliseconds ?? Number.NaN)
  }
  return { exemplars, milliseconds }
}
