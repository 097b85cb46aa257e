import { z } from 'zod'

import { BODY_POINTS } from '../../../electron/contract/poses/body-18.ts'
import { posePersonSchema, type PosePerson, type PosePoint } from '../../../electron/contract/poses/pose-people.ts'
import type { Body } from './skeleton.ts'

/**
 * A person of a pose layer, in document pixels. A hidden joint keeps its place, so that it can be shown again where it was;
 * a joint that is `null` has no place.
 */
export const personSchema = posePersonSchema.extend({
  /** Joints that count as not seen. */
  hidden: z.array(
    z
      .number()
      .int()
      .min(0)
      .max(BODY_POINTS.length - 1),
  ),
})
export type Person = Readonly<z.infer<typeof personSchema>>

/** A person of a file or a photo, as a layer keeps them. */
export function personOf(person: PosePerson): Person {
  return { ...person, hidden: [] }
}

/** What others see of a person: hidden joints are not seen. */
export function seenPerson({ hidden, ...person }: Person): PosePerson {
  return { ...person, body: person.body.map((point, joint) => (hidden.includes(joint) ? null : point)) }
}

/** Changes all points of a person alike, as a move or a turn does. */
export function mapPerson(person: Person, change: (points: Body) => PosePoint[]): Person {
  const { leftHand, rightHand, face } = person
  return {
    ...person,
    body: change(person.body),
    ...(leftHand === undefined ? {} : { leftHand: change(leftHand) }),
    ...(rightHand === undefined ? {} : { rightHand: change(rightHand) }),
    ...(face === undefined ? {} : { face: change(face) }),
  }
}
