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

/** A square part of a photo. */
export interface PhotoSquare {
  readonly photo: RgbImage
  /** From a point of the square to the same point of the photo as it was given, both in pixels. */
  readonly toGiven: Similarity
}

/** A photo made ready for a pack. */
export interface PreparedPhoto extends PhotoSquare {
  /** What lies around it, in a wider square: hair may reach past what the pack was trained on. Absent = nothing that matters. */
  readonly around?: PhotoSquare
}

/** A way of making photos ready for packs. `side` is that of the square wanted, in pixels. */
export interface PhotoPreparation {
  /**
   * The part of a photo that serves as exemplar.
   *
   * @throws CocanvasError `bad-request` where the photo does not show what is needed
   */
  one(photo: RgbImage, side: number, tools: ReadingTools): Promise<PreparedPhoto>
  /**
   * Every part of a photo that can be edited, at least one.
   *
   * @throws CocanvasError `bad-request` where the photo shows none, or none that is large enough
   */
  all(photo: RgbImage, side: number, tools: ReadingTools): Promise<readonly PreparedPhoto[]>
  /** What is said of a change that lies in none of these parts. */
  readonly outside: string
}
