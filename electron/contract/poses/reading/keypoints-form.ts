import { z } from 'zod'
import { imageSideSchema } from '../../image-size.ts'
import { bodyOfPoints } from '../body-orders.ts'
import type { PosePerson, PosePoint } from '../pose-people.ts'
import { flatPointsSchema, listedPointsSchema, pointsOfFlat, pointsOfListed } from './point-lists.ts'
import { type FoundPeople, refusePose } from './pose-form.ts'

const pointsSchema = z.union([flatPointsSchema.nonempty(), listedPointsSchema.nonempty()])
type Points = z.infer<typeof pointsSchema>

/** COCO's annotation files: one entry a person, each naming its image. */
const cocoSchema = z.object({
  annotations: z.array(z.object({ keypoints: pointsSchema.optional(), image_id: z.unknown() })).nonempty(),
  images: z.array(z.object({ id: z.unknown(), width: imageSideSchema, height: imageSideSchema })).optional(),
})
const keypointsSchema = z.object({ keypoints: pointsSchema })

/** MediaPipe's results under the names that its versions and its users give them: one person, or a list of people. */
const landmarkNames = ['landmarks', 'poseLandmarks', 'pose_landmarks', 'kp'] as const
const landmarksSchema = z.object(
  Object.fromEntries(
    landmarkNames.map((name) => [name, z.union([pointsSchema, z.array(listedPointsSchema).nonempty()]).optional()]),
  ),
)

function isFlat(points: Points): points is z.infer<typeof flatPointsSchema> & Points {
  return points.every((value) => typeof value === 'number' || value === null)
}

function personOf(points: Points): PosePerson | undefined {
  const list: PosePoint[] | undefined = isFlat(points) ? pointsOfFlat(points) : pointsOfListed(points)
  const body = list === undefined ? undefined : bodyOfPoints(list)
  return body === undefined ? undefined : { body }
}

function cocoForm(document: unknown): FoundPeople | undefined {
  const parsed = cocoSchema.safeParse(document)
  if (!parsed.success) return undefined
  const { annotations, images } = parsed.data
  // A file of many pictures is read as its first: a pose layer is one picture.
  const first = annotations[0]?.image_id
  const people = annotations
    .filter(({ image_id }) => image_id === first)
    .map(({ keypoints }) => (keypoints === undefined ? undefined : personOf(keypoints)))
    .filter((person) => person !== undefined)
  if (people.length === 0) refusePose('The pose file holds no person; give one in which a person was found.')
  const image = images?.find(({ id }) => id === first)
  return { people, ...(image === undefined ? {} : { size: { width: image.width, height: image.height } }) }
}

function landmarksForm(document: unknown): FoundPeople | undefined {
  const named = landmarksSchema.safeParse(document)
  const listed = named.success ? Object.values(named.data).find((value) => value !== undefined) : document
  const one = pointsSchema.safeParse(listed)
  const person = one.success ? personOf(one.data) : undefined
  if (person !== undefined) return { people: [person] }
  const several = z.array(listedPointsSchema.nonempty()).nonempty().safeParse(listed)
  if (!several.success) return undefined
  const people = several.data.map(personOf).filter((found) => found !== undefined)
  return people.length === 0 ? undefined : { people }
}

/** Lists of 17, 18, 25 or 33 points without OpenPose's names around them: COCO's annotations, MediaPipe's landmarks. */
export function keypointsForm(document: unknown): FoundPeople | undefined {
  const single = keypointsSchema.safeParse(document)
  if (single.success) {
    const person = personOf(single.data.keypoints)
    if (person !== undefined) return { people: [person] }
  }
  return cocoForm(document) ?? landmarksForm(document)
}
