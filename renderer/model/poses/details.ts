import { BODY_POINTS } from '../../../electron/contract/poses/body-18.ts'
import type { PosePoint } from '../../../electron/contract/poses/pose-people.ts'
import type { Person } from './person.ts'

/** What of a person consists of small points of its own. */
export const DETAILS = ['leftHand', 'rightHand', 'face'] as const
export type Detail = (typeof DETAILS)[number]

/** A single point of a hand or a face; `point` as in the person's list. */
export interface DetailPoint {
  readonly detail: Detail
  readonly point: number
}

/** The joint that each of them belongs to. */
const JOINTS: Readonly<Record<Detail, (typeof BODY_POINTS)[number]>> = {
  leftHand: 'left wrist',
  rightHand: 'right wrist',
  face: 'nose',
}

/** The hand or the face that belongs to a joint, where the person has points of it. */
export function detailOf(person: Person, joint: number): Detail | undefined {
  const detail = DETAILS.find((each) => JOINTS[each] === BODY_POINTS[joint])
  return detail !== undefined && person[detail]?.some((point) => point !== null) === true ? detail : undefined
}

/** The joint that a hand or a face belongs to. */
export function jointOf(detail: Detail): number {
  return BODY_POINTS.indexOf(JOINTS[detail])
}

/** The person with one point of a hand or a face changed; a point that has no place stays without. */
export function withDetailPoint(
  person: Person,
  { detail, point }: DetailPoint,
  change: (at: readonly [number, number]) => PosePoint,
): Person {
  const points = person[detail] ?? []
  return {
    ...person,
    [detail]: points.map((place, index): PosePoint => (place === null || index !== point ? place : change(place))),
  }
}
