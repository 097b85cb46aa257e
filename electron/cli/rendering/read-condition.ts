import type { ConditionKind } from '../../contract/condition-kind.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import { decodeMask } from '../../images/decode-mask.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import { resizeNearest } from '../../resampling/nearest.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { DrawnCondition } from './drawn-condition.ts'
import { readLayout } from './read-layout.ts'
import { readPose } from './read-pose.ts'

/** The files a condition is read from, and the option names they were given under, for messages. */
export interface ConditionFiles {
  /** A label map, a face parsing map or a pose, as the pack's condition says. */
  readonly layout: string
  /** For masks: where the eyeglasses are, non-zero. */
  readonly eyeglasses?: string | undefined
  /** For edges: reads the photo whose other edges are kept. */
  readonly photo?: (() => Promise<RgbImage>) | undefined
}

/**
 * Reads what the picture (or the exemplar) shows, in the kind of condition that the pack wants.
 *
 * @param fallback canvas of a pose whose file tells none
 * @throws ImageError, CocanvasError or UsageError, each one sentence
 */
export async function readCondition(
  manifest: PackManifest,
  files: ConditionFiles,
  fallback: ImageSize,
): Promise<DrawnCondition> {
  checkFiles(manifest, files)
  const kind = preferredKind(manifest)
  if (kind === 'pose') return readPose(files.layout, fallback)
  const labels = await readLayout(files.layout, manifest)
  const drawn = { width: labels.width, height: labels.height }
  switch (kind) {
    case 'labels':
      return { condition: { kind: 'labels', labels }, drawn }
    case 'masks': {
      if (files.eyeglasses === undefined) return { condition: { kind: 'masks', labels }, drawn }
      const mask = decodeMask(await readPictureFile(files.eyeglasses), files.eyeglasses)
      return { condition: { kind: 'masks', labels, eyeglasses: resizeNearest(mask, drawn) }, drawn }
    }
    case 'edges': {
      if (files.photo === undefined)
        throw new UsageError(
          `${manifest.id} also needs the photo of the face that the layout was drawn from: give it with --layout-photo FILE.`,
        )
      return { condition: { kind: 'edges', parts: labels, photo: await files.photo() }, drawn }
    }
  }
}

/** The kind of condition that a pack is read for: its first. */
export function preferredKind({ conditions }: PackManifest): ConditionKind {
  return conditions[0]?.kind ?? 'labels'
}

/** An option that the kind has no use for is a mistake worth telling, not ignoring. */
function checkFiles(manifest: PackManifest, files: ConditionFiles): void {
  if (files.eyeglasses !== undefined && preferredKind(manifest) !== 'masks') {
    throw new UsageError(`${manifest.id} knows no eyeglasses mask; leave the eyeglasses option out.`)
  }
}
