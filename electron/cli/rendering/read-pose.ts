import { z } from 'zod'
import { POSE_POINT_COUNT } from '../../contract/condition.ts'
import { imageSideSchema, type ImageSize } from '../../contract/image-size.ts'
import { ImageError } from '../../images/image-error.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import type { DrawnCondition } from './drawn-condition.ts'

/** OpenPose's JSON output, and the canvas size that pose editors add to it. */
const poseFileSchema = z.object({
  people: z.array(z.object({ pose_keypoints_2d: z.array(z.number()) })).min(1),
  canvas_width: imageSideSchema.optional(),
  canvas_height: imageSideSchema.optional(),
})

/** x, y and confidence of each point. */
const NUMBERS_PER_POINT = 3

/**
 * The first person of an OpenPose JSON file with 18 points; points of confidence 0 are missing.
 *
 * @param fallback canvas in pixels when the file tells none
 * @throws ImageError `unreadable` or `unsupported`
 */
export async function readPose(path: string, fallback: ImageSize): Promise<DrawnCondition> {
  const file = parse(path, new TextDecoder().decode(await readPictureFile(path)))
  const numbers = file.people[0]?.pose_keypoints_2d ?? []
  if (numbers.length !== POSE_POINT_COUNT * NUMBERS_PER_POINT) {
    const points = Math.floor(numbers.length / NUMBERS_PER_POINT)
    throw new ImageError(
      'unsupported',
      `${path} holds a pose of ${String(points)} points where 18 are needed: run OpenPose with --model_pose COCO.`,
    )
  }
  const points = Array.from({ length: POSE_POINT_COUNT }, (_, index): [number, number] | null => {
    const [x = 0, y = 0, confidence = 0] = numbers.slice(index * NUMBERS_PER_POINT)
    return confidence > 0 ? [x, y] : null
  })
  const { canvas_width: width, canvas_height: height } = file
  const drawn = width === undefined || height === undefined ? undefined : { width, height }
  return { condition: { kind: 'pose', ...(drawn ?? fallback), points }, drawn }
}

function parse(path: string, text: string): z.infer<typeof poseFileSchema> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ImageError('unsupported', `${path} is not a pose: this pack takes OpenPose’s JSON with 18 points.`)
  }
  const parsed = poseFileSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new ImageError(
    'unsupported',
    `${path} is not OpenPose’s JSON with a person in it: export pose_keypoints_2d of 18 points.`,
  )
}
