import { MAXIMUM_REGIONS } from '../../contract/exemplar-regions.ts'
import type { ExemplarRegions } from '../../contract/generation-request.ts'
import type { ConditionKind } from '../../contract/condition-kind.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { decodeMask } from '../../images/decode-mask.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { resizeNearest } from '../../resampling/nearest.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { OnNotice } from './on-notice.ts'
import { exemplarOf, readExemplarPhoto } from './read-exemplar.ts'

/** `--region-exemplar` and `--region` as they were given, each in order. */
export interface RegionFiles {
  readonly regionExemplar: readonly string[]
  readonly region: readonly string[]
}

/** @throws UsageError unless every photo has its mask and there are not too many */
export function checkRegions({ regionExemplar, region }: RegionFiles): void {
  if (regionExemplar.length !== region.length)
    throw new UsageError(
      'Every --region-exemplar PHOTO needs a --region MASK, in the same order; give as many of both.',
    )
  if (region.length > MAXIMUM_REGIONS)
    throw new UsageError(`A picture has at most ${String(MAXIMUM_REGIONS)} regions; leave some of the --region out.`)
}

/**
 * The regions of a picture, each from a mask (not black = inside); where masks overlap, the later one counts.
 *
 * @returns undefined without any
 * @throws ImageError
 */
export async function readRegions(
  { regionExemplar, region }: RegionFiles,
  manifest: PackManifest,
  kind: ConditionKind,
  { width, height }: ImageSize,
  onNotice?: OnNotice,
): Promise<ExemplarRegions | undefined> {
  if (region.length === 0) return undefined
  const data = new Uint8Array(width * height)
  for (const [index, path] of region.entries()) {
    const drawn = decodeMask(await readPictureFile(path), path)
    // Often a region that was drawn in black on a transparent layer: it would have no effect, and nobody would know why.
    if (!drawn.data.includes(1))
      throw new UsageError(
        `${path} marks no region, since it is black or transparent everywhere: paint the region white.`,
      )
    const mask = resizeNearest(drawn, { width, height })
    mask.data.forEach((inside, place) => {
      if (inside !== 0) data[place] = index + 1
    })
  }
  const exemplars = await Promise.all(
    regionExemplar.map(async (path) => exemplarOf(await readExemplarPhoto(path, onNotice), undefined, manifest, kind)),
  )
  return { map: { width, height, data }, exemplars }
}
