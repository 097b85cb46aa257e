import type { ImageSize } from '../../contract/image-size.ts'
import { readPosePeople } from '../../contract/poses/reading/read-pose-people.ts'
import type { Pose } from './pose.ts'

/**
 * The first person of a pose document (already parsed JSON), in any form that `readPosePeople` knows.
 *
 * @param document any JSON value
 * @param size of the picture the pose belongs to, where the document names none; 256 × 256 if absent
 * @throws CocanvasError `bad-request`, one sentence, if it is not a pose
 */
export function parseOpenPose(document: unknown, size?: ImageSize): Pose {
  const { width, height, people } = readPosePeople(document, size)
  return { width, height, points: [...(people[0]?.body ?? [])] }
}
