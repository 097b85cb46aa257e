import type { ImageSize } from '../../image-size.ts'
import type { PosePeople, PosePerson, PosePoint } from '../pose-people.ts'
import { candidateForm } from './candidate-form.ts'
import { keypointsForm } from './keypoints-form.ts'
import { openPoseForm } from './openpose-form.ts'
import { type DetailPart, type FoundPeople, type PoseForm, refusePose } from './pose-form.ts'

/** The people of a document, and what of them could not be read. */
export interface ReadPeople extends PosePeople {
  /** Each part once, however many people lost it. */
  readonly leftOut: readonly DetailPart[]
}

/** Size of every DeepFashion picture the authors prepared, hence of poses that do not name theirs. */
const AUTHORS_SIZE: ImageSize = { width: 256, height: 256 }

/** Every joint is a button of the window: more people than this would make it stand still. */
const MOST_PEOPLE = 100

const POSE_FORMS: readonly PoseForm[] = [openPoseForm, candidateForm, keypointsForm]

function findPeople(document: unknown): FoundPeople | undefined {
  for (const form of POSE_FORMS) {
    const found = form(document)
    if (found !== undefined) return found
  }
  return undefined
}

/** Every list of points of a person, the body and what there is of hands and face. */
const pointLists = ({ body, leftHand, rightHand, face }: PosePerson): (readonly PosePoint[])[] =>
  [body, leftHand, rightHand, face].filter((list) => list !== undefined)

/** Some programs write fractions of the picture. In pixels, a whole person inside one pixel makes no sense. */
function areFractions(people: readonly PosePerson[]): boolean {
  const seen = people.flatMap(({ body }) => body.filter((point) => point !== null))
  return seen.length > 1 && seen.every(([x, y]) => x >= -1 && x <= 2 && y >= -1 && y <= 2)
}

function scaled(person: PosePerson, { width, height }: ImageSize): PosePerson {
  const scale = (points: readonly PosePoint[]): PosePoint[] =>
    points.map((point) => (point === null ? null : [point[0] * width, point[1] * height]))
  return {
    body: scale(person.body),
    ...(person.leftHand === undefined ? {} : { leftHand: scale(person.leftHand) }),
    ...(person.rightHand === undefined ? {} : { rightHand: scale(person.rightHand) }),
    ...(person.face === undefined ? {} : { face: scale(person.face) }),
  }
}

const isEmpty = (person: PosePerson): boolean =>
  pointLists(person).every((list) => list.every((point) => point === null))

/**
 * Reads the people of a pose document (already parsed JSON) in every form that circulates: OpenPose with 18 or 25 points
 * and hands and faces, the same inside a list (ComfyUI writes one object a frame; the first counts), `candidate` and `subset`,
 * COCO annotations (17), MediaPipe landmarks (33), in pixels or in fractions of the picture, with null for what was not found.
 *
 * A hand or a face that cannot be read is left out; the body is not.
 *
 * @param document any JSON value
 * @param fallback size of the picture where the document says none; 256 × 256 if absent
 * @throws CocanvasError `bad-request`, one sentence, if there is no usable person in it
 */
export function readPosePeople(document: unknown, fallback: ImageSize = AUTHORS_SIZE): ReadPeople {
  const found = findPeople(document) ?? (Array.isArray(document) ? findPeople(document[0]) : undefined)
  if (found === undefined)
    refusePose(
      'This is no pose file; give JSON with people[0].pose_keypoints_2d, candidate and subset, COCO keypoints or 33 landmarks.',
    )
  const seen = found.people.filter((person) => !isEmpty(person))
  if (seen.length === 0)
    refusePose('The pose holds no joint with a confidence above 0; give one in which a person was found.')
  if (seen.length > MOST_PEOPLE)
    refusePose(
      `The pose holds ${String(seen.length)} people, and at most ${String(MOST_PEOPLE)} can be posed; take some out.`,
    )
  const size = { width: found.size?.width ?? fallback.width, height: found.size?.height ?? fallback.height }
  const people = areFractions(seen) ? seen.map((person) => scaled(person, size)) : seen
  return { ...size, people, leftOut: [...new Set(found.leftOut)] }
}

/**
 * The same for every frame of a file that may hold several: ComfyUI writes a list with one object a frame. Any other document
 * is one frame.
 *
 * @throws CocanvasError `bad-request`, one sentence, for a frame without a usable person
 */
export function readPoseFrames(document: unknown, fallback: ImageSize): readonly ReadPeople[] {
  const frames: readonly unknown[] =
    Array.isArray(document) && document.length > 0 && findPeople(document) === undefined ? document : [document]
  return frames.map((frame) => readPosePeople(frame, fallback))
}
