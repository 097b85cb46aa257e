import { z } from 'zod'
import { BODY_COUNTS, bodyOfPoints } from '../body-orders.ts'
import { HAND_POINT_COUNT, type PosePerson, type PosePoint } from '../pose-people.ts'
import { canvasSizeSchema, sizeOfCanvas } from './canvas-size.ts'
import { flatPointsSchema, pointsOfFlat } from './point-lists.ts'
import { type FoundPeople, refusePose } from './pose-form.ts'

const partSchema = flatPointsSchema.nullish()
const personSchema = z.object({
  pose_keypoints_2d: partSchema,
  hand_left_keypoints_2d: partSchema,
  hand_right_keypoints_2d: partSchema,
  face_keypoints_2d: partSchema,
})
/** What OpenPose writes (`--write_json`), and the pose editors of ControlNet and ComfyUI after it. */
const documentSchema = z.object({ people: z.array(personSchema) })

const isSeen = (points: readonly PosePoint[]): boolean => points.some((point) => point !== null)

function bodyOf(flat: z.infer<typeof partSchema>): PosePoint[] | undefined {
  if (flat === null || flat === undefined || flat.length === 0) return undefined
  const points = pointsOfFlat(flat)
  const body = points === undefined ? undefined : bodyOfPoints(points)
  if (body === undefined) {
    refusePose(
      `The pose holds ${String(flat.length)} numbers; pose_keypoints_2d must hold x, y and confidence of ${BODY_COUNTS.join(', ')} points.`,
    )
  }
  return body
}

/** Hands and faces that cannot be read are left out: the body is what counts, and the file is not ours to judge. */
function detailOf(flat: z.infer<typeof partSchema>, count?: number): PosePoint[] | undefined {
  const points = flat === null || flat === undefined ? undefined : pointsOfFlat(flat)
  if (points === undefined || !isSeen(points)) return undefined
  return count === undefined || points.length === count ? points : undefined
}

function readPerson(entry: z.infer<typeof personSchema>): PosePerson | undefined {
  const body = bodyOf(entry.pose_keypoints_2d)
  if (body === undefined) return undefined
  const leftHand = detailOf(entry.hand_left_keypoints_2d, HAND_POINT_COUNT)
  const rightHand = detailOf(entry.hand_right_keypoints_2d, HAND_POINT_COUNT)
  const face = detailOf(entry.face_keypoints_2d)
  return {
    body,
    ...(leftHand === undefined ? {} : { leftHand }),
    ...(rightHand === undefined ? {} : { rightHand }),
    ...(face === undefined ? {} : { face }),
  }
}

/** `{ people: [{ pose_keypoints_2d: [x, y, confidence, …], … }], canvas_width?, canvas_height? }` */
export function openPoseForm(document: unknown): FoundPeople | undefined {
  const parsed = documentSchema.safeParse(document)
  if (!parsed.success) return undefined
  const people = parsed.data.people.map(readPerson).filter((person) => person !== undefined)
  if (people.length === 0) refusePose('The pose file holds no person; give one in which a person was found.')
  return { people, size: sizeOfCanvas(canvasSizeSchema.safeParse(document)) }
}
