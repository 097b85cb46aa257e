import { z } from 'zod'
import { imageSideSchema } from '../image-size.ts'
import { BODY_POINTS } from './body-18.ts'

/** Points of one hand, wrist first and then four for each finger from the thumb on (OpenPose and MediaPipe agree). */
export const HAND_POINT_COUNT = 21
/** OpenPose's face has 70 points; other programs write 68 of them. */
export const LARGEST_FACE_POINT_COUNT = 478

const pointSchema = z.tuple([z.number(), z.number()]).nullable()
const handSchema = z.array(pointSchema).length(HAND_POINT_COUNT)

/**
 * One person: the 18 body points in the order of `BODY_POINTS`, in pixels of the picture, `null` where a point is not seen.
 * Hands and face are kept so that a file comes out as it came in; no network of today reads them.
 */
export const posePersonSchema = z.object({
  body: z.array(pointSchema).length(BODY_POINTS.length),
  leftHand: handSchema.exactOptional(),
  rightHand: handSchema.exactOptional(),
  face: z.array(pointSchema).min(1).max(LARGEST_FACE_POINT_COUNT).exactOptional(),
})
export type PosePerson = Readonly<z.infer<typeof posePersonSchema>>
/** A point in pixels of the picture, x to the right and y down; `null` = not seen. */
export type PosePoint = z.infer<typeof pointSchema>

/** The people of one picture of width × height pixels. */
export const posePeopleSchema = z.object({
  width: imageSideSchema,
  height: imageSideSchema,
  people: z.array(posePersonSchema).min(1),
})
export type PosePeople = Readonly<z.infer<typeof posePeopleSchema>>
