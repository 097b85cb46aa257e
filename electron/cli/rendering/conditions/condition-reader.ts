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
  /** What counts as a layout in a batch's folder: files with these endings and, for parts of a face, folders. */
  readonly listed: { readonly extensions: readonly string[]; readonly folders: boolean }
  /** How many of its tensor's first channels make a picture where it knows no classes: lines (1) or colours (3). */
  readonly shownChannels: 1 | 3
  /**
   * @param fallback canvas of a pose whose file tells none
   * @throws ImageError, CocanvasError or UsageError, each one sentence
   */
  read(manifest: PackManifest, files: ConditionFiles, fallback: ImageSize): Promise<DrawnCondition>
  /** A condition for measurements; each shift gives another one, so that no cache can answer for it. */
  readonly synthetic: (manifest: PackManifest, size: ImageSize, shift: number) => Condition
}
