import type { Condition } from '../../../contract/condition.ts'
import type { ImageSize } from '../../../contract/image-size.ts'
import type { PackManifest } from '../../../contract/pack-manifest.ts'
import type { RgbImage } from '../../../contract/rgb-image.ts'
import type { DrawnCondition } from '../drawn-condition.ts'
import type { OnNotice } from '../on-notice.ts'

/** The files a condition is read from. */
export interface ConditionFiles {
  /** A label map, a face parsing map or a pose, as the pack's condition says. */
  readonly layout: string
  /** For masks: where the eyeglasses are, non-zero. */
  readonly eyeglasses?: string | undefined
  /** For edges: reads the photo whose other edges are kept. */
  readonly photo?: (() => Promise<RgbImage>) | undefined
  /** For poses: which person of the file, from 1. */
  readonly person?: number | undefined
  readonly onNotice?: OnNotice
}

/** What the command line knows of one kind of condition. */
export interface ConditionReader {
  /** What it reads beside the layout; an option that it has no use for is refused. */
  readonly takes: readonly Exclude<keyof ConditionFiles, 'layout' | 'onNotice'>[]
  /** Whether a layout is a picture of class ids that needs no other file, so that a folder of them makes a batch. */
  readonly plainPictures: boolean
  /**
   * @param fallback canvas of a pose whose file tells none
   * @throws ImageError, CocanvasError or UsageError, each one sentence
   */
  read(manifest: PackManifest, files: ConditionFiles, fallback: ImageSize): Promise<DrawnCondition>
  /** A condition for measurements; each shift gives another one, so that no cache can answer for it. */
  readonly synthetic: (manifest: PackManifest, size: ImageSize, shift: number) => Condition
}
