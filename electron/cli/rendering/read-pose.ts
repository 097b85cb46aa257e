import { parseOpenPose } from '../../conditions/pose/openpose-json.ts'
import { CocanvasError } from '../../contract/error-codes.ts'
import type { ImageSize } from '../../contract/image-size.ts'
import { ImageError } from '../../images/image-error.ts'
import { readPictureFile } from '../../images/read-picture-file.ts'
import type { DrawnCondition } from './drawn-condition.ts'

/**
 * The first person of an OpenPose JSON file; its canvas where the file tells one, else `fallback`, in pixels.
 *
 * @throws ImageError `unreadable` or `unsupported`
 */
export async function readPose(path: string, fallback: ImageSize): Promise<DrawnCondition> {
  const text = new TextDecoder().decode(await readPictureFile(path))
  const pose = parsePose(path, text, fallback)
  return { condition: { kind: 'pose', ...pose }, drawn: { width: pose.width, height: pose.height } }
}

function parsePose(path: string, text: string, fallback: ImageSize): ReturnType<typeof parseOpenPose> {
  try {
    return parseOpenPose(parseJson(path, text), fallback)
  } catch (error) {
    if (!(error instanceof CocanvasError) || error instanceof ImageError) throw error
    throw new ImageError('unsupported', `${path}: ${error.message}`, { cause: error })
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const message = `${path} is not a pose: this pack takes OpenPose’s JSON with 18 or 25 points.`
    throw new ImageError('unsupported', message, { cause })
  }
}
