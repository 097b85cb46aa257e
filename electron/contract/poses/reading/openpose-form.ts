import { z } from 'zod'
import { BODY_COUNTS, bodyOfPoints } from '../body-orders.ts'
import { HAND_POINT_COUNT, LARGEST_FACE_POINT_COUNT, type PosePerson, type PosePoint } from '../pose-people.ts'
import { canvasSizeSchema, sizeOfCanvas } from './canvas-size.ts'
import { flatPointsSchema, listedPointsSchema, pointsOfFlat, pointsOfListed } from './point-lists.ts'
import { type DetailPart, type FoundPeople, refusePose } from './pose-form.ts'

const bodySchema = flatPointsSchema.nullish()
const personSchema = z.object({
  pose_keypoints_2d: bodySchema,
  hand_left_keypoints_2d: z.unknown().optional(),
  hand_right_keypoints_2d: z.unknown().optional(),
  face_keypoints_2d: z.unknown().optional(),
})
/** What OpenPose writes (`--write_json`), and the pose editors of ControlNet and ComfyUI after it. */
const documentSchema = z.object({ people: z.array(personSchema) })

const isSeen = (points: readonly PosePoint[]): boolean => points.some((point) => point !== null)

function bodyOf(flat: z.infer<typeof bodySchema>): PosePoint[] | undefined {
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

/** Points of a hand or a face; undefined where there are none, and `unreadable` for anything that is no list of so many points. */
function detailOf(value: unknown, fewest: number, most: number): readonly PosePoint[] | 'unreadable' | undefined {
  if (value === null || value === undefined) return undefined
  const points = pointsOf(value)
  if (points === undefined) return 'unreadable'
  if (!isSeen(points)) return undefined
  return points.length < fewest || points.length > most ? 'unreadable' : points
}

function pointsOf(value: unknown): PosePoint[] | undefined {
  const flat = flatPointsSchema.safeParse(value)
  if (flat.success) return pointsOfFlat(flat.data)
  const listed = listedPointsSchema.safeParse(value)
  return listed.success ? pointsOfListed(listed.data) : undefined
}

/** Somebody, and their hands or face that had to be left out: the body is what counts, and the file is not ours to judge. */
interface ReadPerson {
  readonly person: PosePerson
  readonly leftOut: readonly DetailPart[]
}

function readPerson(entry: z.infer<typeof personSchema>): ReadPerson | undefined {
  const body = bodyOf(entry.pose_keypoints_2d)
  if (body === undefined) return undefined
  const details: readonly (readonly [DetailPart, ReturnType<typeof detailOf>])[] = [
    ['leftHand', detailOf(entry.hand_left_keypoints_2d, HAND_POINT_COUNT, HAND_POINT_COUNT)],
    ['rightHand', detailOf(entry.hand_right_keypoints_2d, HAND_POINT_COUNT, HAND_POINT_COUNT)],
    ['face', detailOf(entry.face_keypoints_2d, 1, LARGEST_FACE_POINT_COUNT)],
  ]
  const read: Partial<Record<DetailPart, PosePoint[]>> = {}
  for (const [part, points] of details) if (points !== undefined && points !== 'unreadable') read[part] = [...points]
  return {
    person: { body, ...read },
    leftOut: details.filter(([, points]) => points === 'unreadable').map(([part]) => part),
  }
}

/** `{ people: [{ pose_keypoints_2d: [x, y, confidence, …], … }], canvas_width?, canvas_height? }` */
export function openPoseForm(document: unknown): FoundPeople | undefined {
  const parsed = documentSchema.safeParse(document)
  if (!parsed.success) return undefined
  const found = parsed.data.people.map(readPerson).filter((person) => person !== undefined)
  if (found.length === 0) refusePose('The pose file holds no person; give one in which a person was found.')
  return {
    people: found.map(({ person }) => person),
    size: sizeOfCanvas(canvasSizeSchema.safeParse(document)),
    leftOut: found.flatMap(({ leftOut }) => leftOut),
  }
}
