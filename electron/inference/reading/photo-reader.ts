import type { Condition } from '../../contract/condition.ts'
import type { NetworkPort } from '../../contract/network-port.ts'
import type { PackManifest } from '../../contract/pack-manifest.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import type { Similarity } from '../../faces/geometry/similarity.ts'
import type { InstalledAnnotator } from '../../packs/installed-annotator.ts'
import type { Checkpoint } from '../scheduling/job-runner.ts'
import type { SessionPool } from '../session-pool.ts'

/** What looks at photos may use. */
export interface ReadingTools {
  readonly sessions: SessionPool
  /** The networks of all installed annotators, by their ids. */
  readonly networks: NetworkPort
  /** Call it between steps; it throws when the job was cancelled. */
  readonly checkpoint: Checkpoint
}

/**
 * Says what a photo shows by what one kind of annotator makes.
 *
 * @param pack whose kinds of condition and classes are wanted; absent = the annotator's own classes
 * @throws CocanvasError `bad-request` where the photo shows nothing of the kind, in one sentence that says what to choose
 */
export type PhotoReader = (
  photo: RgbImage,
  annotator: InstalledAnnotator,
  pack: PackManifest | undefined,
  tools: ReadingTools,
) => Promise<Condition>

/** A photo made ready for a pack. */
export interface PreparedPhoto {
  readonly photo: RgbImage
  /** From a point of the prepared photo to the same point of the photo as it was given, both in pixels. */
  readonly toGiven: Similarity
}

/**
 * @param side of the square that is wanted, in pixels
 * @throws CocanvasError `bad-request` where the photo does not show what is needed
 */
export type PreparePhoto = (photo: RgbImage, side: number, tools: ReadingTools) => Promise<PreparedPhoto>
