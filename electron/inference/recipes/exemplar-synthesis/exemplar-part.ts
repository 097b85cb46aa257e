import type { ImageSize } from '../../../contract/image-size.ts'
import type { RgbImage } from '../../../contract/rgb-image.ts'
import { smoothContours } from '../../../detail/label-contours.ts'
import type { Checkpoint, Labels } from '../../../detail/raster.ts'
import { resampleColours } from '../../../detail/resample-colours.ts'
import { snapLabels } from '../../../detail/snap-labels.ts'
import type { SourcePart } from '../../../photo-edit/photo-source.ts'
import { resizeNearest } from '../../../resampling/nearest.ts'

/** Longer side at which borders of an exemplar's labels are moved onto its edges, in pixels. */
const SNAP_SIDE = 512
/** How far they may lie off, as a share of the longer side. */
const BORDER_REACH = 0.01

/** An exemplar at about the picture's area, never enlarged: its own pixels are the texture. */
export async function exemplarPart(
  image: RgbImage,
  labels: Labels,
  size: ImageSize,
  checkpoint: Checkpoint,
): Promise<SourcePart> {
  const scale = Math.min(1, Math.sqrt((size.width * size.height) / (image.width * image.height)))
  const width = Math.max(16, Math.round(image.width * scale))
  const height = Math.max(16, Math.round(image.height * scale))
  const smaller = Math.min(1, SNAP_SIDE / Math.max(width, height))
  const snapSize = { width: Math.round(width * smaller), height: Math.round(height * smaller) }
  const snapped = await snapLabels(
    resampleColours(image, snapSize.width, snapSize.height),
    resizeNearest(labels, snapSize),
    Math.max(snapSize.width, snapSize.height) * BORDER_REACH,
    checkpoint,
  )
  return { colours: resampleColours(image, width, height), labels: smoothContours(snapped, width, height) }
}
