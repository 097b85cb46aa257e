import { extname } from 'node:path'
import type { Pose } from '../../conditions/pose/pose.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import { UsageError } from '../arguments/usage-error.ts'
import { listInputs } from '../batch/list-inputs.ts'
import { chosenKind } from '../rendering/conditions/reader-table.ts'
import type { OnNotice } from '../rendering/on-notice.ts'
import { pictureSize } from '../rendering/picture-size.ts'
import { readPoses } from '../rendering/read-pose.ts'

/** A pose of the animation. */
interface PoseFrame {
  readonly path: string
  readonly pose: Pose
}

/**
 * The poses of a folder in the order of their names, of a list (`.txt`) or of one file with a list of frames, and the size of all
 * pictures: that of the first pose's canvas.
 */
export interface AnimationFrames {
  readonly frames: readonly PoseFrame[]
  readonly size: ImageSize
}

/** @param onNotice hears of hands and faces that could not be read @throws ImageError or UsageError, each one sentence */
export async function readFrames(
  source: string,
  manifest: PackManifest,
  person: number | undefined,
  wanted: ImageSize | undefined,
  onNotice: OnNotice,
): Promise<AnimationFrames> {
  const { id, sizes } = manifest
  if (chosenKind(manifest) !== 'pose')
    throw new UsageError(`animate needs a pack of poses, and ${id} takes ${chosenKind(manifest)}; give --pack.`)
  const { native, fixed } = sizes
  const fallback = wanted ?? fixed ?? { width: native, height: native }
  const frames: PoseFrame[] = []
  const paths =
    extname(source).toLowerCase() === '.json' ? [source] : (await listInputs(source, ['.json'])).map(({ path }) => path)
  for (const path of paths)
    for (const { condition } of await readPoses(path, fallback, person, onNotice))
      if (condition.kind === 'pose') frames.push({ path, pose: condition })
  return { frames, size: pictureSize(id, sizes, frames[0]?.pose ?? fallback, wanted) }
}
