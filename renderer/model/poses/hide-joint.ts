import type { PosePoint } from '../../../electron/contract/poses/pose-people.ts'
import type { Person } from './person.ts'
import { PARENTS, type Body } from './skeleton.ts'
import { STANDING } from './standing-body.ts'
import { boundsOf } from './transform-body.ts'

/** Height of the standing person that unknown joints are guessed from, of which a sitting one takes less. */
const STANDING_HEIGHT = 0.95 - 0.07

export function isHidden({ body, hidden }: Person, joint: number): boolean {
  return hidden.includes(joint) || (body[joint] ?? null) === null
}

/** The person with a joint hidden; the joint keeps its place. */
export function hideJoint(person: Person, joint: number): Person {
  return isHidden(person, joint) ? person : { ...person, hidden: [...person.hidden, joint] }
}

/** The person with a joint shown: where it was, or, if it never had a place, where a standing person has it. */
export function showJoint(person: Person, joint: number): Person {
  const body = person.body.map((point, index) => (index === joint ? (point ?? guessed(person.body, joint)) : point))
  return { ...person, body, hidden: person.hidden.filter((hidden) => hidden !== joint) }
}

function guessed(body: Body, joint: number): PosePoint {
  const bounds = boundsOf(body)
  if (bounds === undefined) return null
  const parent = PARENTS[joint] ?? -1
  const scale = Math.max(bounds.bottom - bounds.top, 1) / STANDING_HEIGHT
  const own = STANDING[joint] ?? [0, 0]
  const root = STANDING[parent]
  if (root === undefined) return [(bounds.left + bounds.right) / 2, bounds.top + (own[1] - 0.07) * scale]
  const from = body[parent] ?? guessed(body, parent)
  return from === null ? null : [from[0] + (own[0] - root[0]) * scale, from[1] + (own[1] - root[1]) * scale]
}
