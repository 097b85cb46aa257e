import { CocanvasError } from '../../contract/error-codes.ts'
import type { PosePeople } from '../../contract/poses/pose-people.ts'
import type { RgbImage } from '../../contract/rgb-image.ts'
import type { Engine, JobOptions } from '../engine/engine.ts'

/**
 * The people of a photo, largest first, in its pixels.
 *
 * @throws CocanvasError `bad-request` for a photo that shows nobody
 */
export async function poseFromPhoto(
  engine: Engine,
  path: string,
  photo: RgbImage,
  options: JobOptions,
): Promise<PosePeople> {
  const { people } = await engine.findPeople(photo, options)
  const { width, height } = photo
  if (people.length > 0) return { width, height, people }
  throw new CocanvasError(
    'bad-request',
    `No person was found in ${path}; choose a photo that shows somebody whole and not too small.`,
  )
}
