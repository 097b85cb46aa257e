import { z } from 'zod'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import { imageSideSchema } from '../../contract/image-size.ts'
import { BODY_25_OF_18, BODY_POINTS } from './body-18.ts'
import type { Pose } from './pose.ts'

const VALUES_PER_POINT = 3
/** Size of every DeepFashion picture the authors prepared, hence of poses that do not name theirs. */
const AUTHORS_SIZE: ImageSize = { width: 256, height: 256 }

const canvasSchema = z.object({ canvas_width: imageSideSchema.optional(), canvas_height: imageSideSchema.optional() })

/** What OpenPose writes (`--write_json`). */
const peopleSchema = z.object({ people: z.array(z.object({ pose_keypoints_2d: z.array(z.number()) })) })

/** What OpenPose's Python port returns: found points [x, y, …], and per person which of them is each joint (−1 = none). */
const candidateSchema = z.object({
  candidate: z.array(z.array(z.number()).min(2)),
  subset: z.union([z.array(z.array(z.number())).nonempty(), z.array(z.number())]),
})

type PosePoints = Pose['points']

function refuse(sentence: string): never {
  throw new CocanvasError('bad-request', sentence)
}

/** Joints from x, y, confidence triples; OpenPose writes 0, 0, 0 for a joint it did not find. */
function pointsOfKeypoints(keypoints: readonly number[]): PosePoints {
  const count = keypoints.length / VALUES_PER_POINT
  if (count !== BODY_POINTS.length && count !== 25)
    refuse(
      `The pose holds ${String(keypoints.length)} numbers; pose_keypoints_2d must hold x, y and confidence of 18 or 25 points.`,
    )
  return BODY_POINTS.map((_, joint): [number, number] | null => {
    const start = (count === 25 ? (BODY_25_OF_18[joint] ?? 0) : joint) * VALUES_PER_POINT
    const [x, y, confidence] = keypoints.slice(start, start + VALUES_PER_POINT)
    return x === undefined || y === undefined || confidence === undefined || confidence <= 0 ? null : [x, y]
  })
}

/** Joints of the first person, each a row of `candidate` named by `subset`. */
function pointsOfCandidates(candidate: readonly (readonly number[])[], subset: readonly number[]): PosePoints {
  if (subset.length < BODY_POINTS.length)
    refuse(
      `The pose's subset names ${String(subset.length)} joints; it must name 18 rows of candidate, −1 where one is missing.`,
    )
  return BODY_POINTS.map((joint, index): [number, number] | null => {
    const row = Math.trunc(subset[index] ?? -1)
    if (row === -1) return null
    const [x, y] = candidate[row] ?? []
    if (x === undefined || y === undefined)
      refuse(
        `The pose's ${joint} names row ${String(row)}, but candidate has ${String(candidate.length)} rows; export the pose again.`,
      )
    return [x, y]
  })
}

function readPoints(document: unknown): PosePoints {
  const people = peopleSchema.safeParse(document)
  if (people.success) {
    const person = people.data.people[0]
    return person === undefined
      ? refuse('The pose file holds no person; give one in which a person was found.')
      : pointsOfKeypoints(person.pose_keypoints_2d)
  }
  const parsed = candidateSchema.safeParse(document)
  if (!parsed.success)
    refuse('This is no OpenPose file; give JSON with people[0].pose_keypoints_2d, or with candidate and subset.')
  const { candidate, subset } = parsed.data
  const firstPerson = Array.isArray(subset[0]) ? subset[0] : subset.filter((row) => typeof row === 'number')
  return pointsOfCandidates(candidate, firstPerson)
}

/** The size that pose editors write beside the joints, else `size`. */
function readSize(document: unknown, size: ImageSize): ImageSize {
  const canvas = canvasSchema.safeParse(document)
  if (!canvas.success) refuse("The pose's canvas_width and canvas_height must be whole numbers of pixels up to 8192.")
  return { width: canvas.data.canvas_width ?? size.width, height: canvas.data.canvas_height ?? size.height }
}

/** Some editors write fractions of the canvas; drawn as pixels they would pile up in the corner. */
function refuseFractions(points: PosePoints): void {
  const found = points.filter((point) => point !== null)
  if (found.length === 0)
    refuse('The pose holds no joint with a confidence above 0; give one in which a person was found.')
  if (found.length > 1 && found.every(([x, y]) => x >= 0 && x <= 1 && y >= 0 && y <= 1))
    refuse("The pose's coordinates all lie between 0 and 1; export them in pixels.")
}

/**
 * Reads the first person of an OpenPose document (already parsed JSON): `people[0].pose_keypoints_2d` with 18 or 25 points, or
 * `candidate` and `subset`. Points beyond the 18 are dropped.
 *
 * @param document any JSON value
 * @param size of the picture the pose belongs to, where the document has no canvas_width and canvas_height; 256 × 256 if absent
 * @throws CocanvasError `bad-request`, one sentence, if it is not a pose
 */
export function parseOpenPose(document: unknown, size: ImageSize = AUTHORS_SIZE): Pose {
  const points = readPoints(document)
  refuseFractions(points)
  return { ...readSize(document, size), points }
}
