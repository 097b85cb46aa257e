import { HAND_POINT_COUNT } from '../../../electron/contract/poses/pose-people.ts'
import type { PlainMessageKey, Translate } from '../../i18n/message.ts'
import type { Detail } from '../../model/poses/details.ts'

/** A run of points that share a name, and how many they are. */
type Run = readonly [name: PlainMessageKey, count: number]

/** The points of a hand in their order (OpenPose and MediaPipe agree): each finger from its root to its tip. */
const HAND: readonly Run[] = [
  ['pose.part.wrist', 1],
  ['pose.part.thumb', 4],
  ['pose.part.indexFinger', 4],
  ['pose.part.middleFinger', 4],
  ['pose.part.ringFinger', 4],
  ['pose.part.littleFinger', 4],
]

/** The 70 points of OpenPose's face, the last two of which other programs leave out. */
const FACE: readonly Run[] = [
  ['pose.part.jaw', 17],
  ['pose.part.rightEyebrow', 5],
  ['pose.part.leftEyebrow', 5],
  ['pose.part.nose', 9],
  ['pose.part.rightEye', 6],
  ['pose.part.leftEye', 6],
  ['pose.part.outerLips', 12],
  ['pose.part.innerLips', 8],
  ['pose.part.rightPupil', 1],
  ['pose.part.leftPupil', 1],
]
const FACE_COUNTS: readonly number[] = [68, 70]

const DETAIL_NAMES: Readonly<Record<Detail, PlainMessageKey>> = {
  leftHand: 'pose.detail.leftHand',
  rightHand: 'pose.detail.rightHand',
  face: 'pose.detail.face',
}

/** Name of a hand or a face: `Left hand`. */
export function detailName(t: Translate, detail: Detail): string {
  return t(DETAIL_NAMES[detail])
}

/**
 * Name of a point of a hand or a face: `Index finger 2`; a number alone where the order of a face's points is not known.
 *
 * @param count how many points the hand or the face has
 */
export function detailPointName(t: Translate, detail: Detail, point: number, count: number): string {
  const [part, number, of] = partOf(detail, point, count)
  return of === 1 ? t(part) : t('pose.pointOf', { part: t(part), number })
}

/** The part that a point belongs to, its number in it from 1, and how many points the part has. */
function partOf(detail: Detail, point: number, count: number): readonly [PlainMessageKey, number, number] {
  let first = 0
  for (const [part, length] of runsOf(detail, count)) {
    if (point < first + length) return [part, point - first + 1, length]
    first += length
  }
  return ['pose.part.point', point + 1, count]
}

function runsOf(detail: Detail, count: number): readonly Run[] {
  if (detail === 'face') return FACE_COUNTS.includes(count) ? FACE : []
  return count === HAND_POINT_COUNT ? HAND : []
}
