import type { PosePoint } from '../../../../electron/contract/poses/pose-people.ts'
import { withDetailPoint } from '../../../model/poses/details.ts'
import { type BoneLengths, moveJoint } from '../../../model/poses/move-joint.ts'
import { mapPerson, type Person } from '../../../model/poses/person.ts'
import { withBody } from '../../../model/poses/pose-body.ts'
import { descendantsOf, PARENTS } from '../../../model/poses/skeleton.ts'
import { moveBody, rotateBody, scaleBody } from '../../../model/poses/transform-body.ts'
import type { Point } from '../../../model/raster/geometry.ts'
import { frameOf } from '../../poses/person-frame.ts'
import type { Grab } from './grab.ts'

/** One drag never makes a person smaller than this share, and never turns them inside out. */
const LEAST_SCALE = 0.05
/** Shift turns in steps of 15°. */
const ANGLE_STEP = Math.PI / 12

/** Where a drag is now. */
export interface DragStep {
  readonly from: Point
  readonly to: Point
  readonly shift: boolean
  readonly bones: BoneLengths
  readonly zoom: number
}

/** The person after the drag of a part of them, computed from how they were when it began. */
export function draggedPerson(person: Person, grab: Grab, { from, to, shift, bones, zoom }: DragStep): Person {
  const across = to.x - from.x
  const down = to.y - from.y
  switch (grab.part) {
    case 'joint': {
      const start = person.body[grab.joint] ?? null
      if (start === null) return person
      return withBody(person, moveJoint(person.body, grab.joint, [start[0] + across, start[1] + down], bones))
    }
    case 'limb':
      return withBody(
        person,
        bones === 'locked' ? turnedLimb(person, grab.joint, from, to) : movedLimb(person, grab.joint, across, down),
      )
    case 'detail':
      return withDetailPoint(person, grab, ([x, y]) => [x + across, y + down])
    case 'person':
      return mapPerson(person, (points) => moveBody(points, across, down))
    case 'turn': {
      const middle = frameOf(person, zoom)?.middle
      if (middle === undefined) return person
      const angle = angleAbout(middle, from, to)
      const steps = shift ? Math.round(angle / ANGLE_STEP) * ANGLE_STEP : angle
      return mapPerson(person, (points) => rotateBody(points, steps, [middle.x, middle.y]))
    }
    case 'corner': {
      const still = frameOf(person, zoom)?.corners[(grab.corner + 2) % 4]
      if (still === undefined) return person
      const before = Math.hypot(from.x - still.x, from.y - still.y)
      // Along the diagonal, so that a corner dragged past the other one does not turn the person over.
      const along =
        ((to.x - still.x) * (from.x - still.x) + (to.y - still.y) * (from.y - still.y)) / Math.max(before, 1)
      const factor = Math.max(LEAST_SCALE, along / Math.max(before, 1))
      return mapPerson(person, (points) => scaleBody(points, factor, [still.x, still.y]))
    }
  }
}

function angleAbout(middle: Point, from: Point, to: Point): number {
  return Math.atan2(to.y - middle.y, to.x - middle.x) - Math.atan2(from.y - middle.y, from.x - middle.x)
}

/** The limb and everything attached to it, turned about the joint it is attached to. */
function turnedLimb({ body }: Person, joint: number, from: Point, to: Point): PosePoint[] {
  const pivot = body[PARENTS[joint] ?? -1] ?? null
  if (pivot === null) return [...body]
  const turned = rotateBody(body, angleAbout({ x: pivot[0], y: pivot[1] }, from, to), pivot)
  const moving = new Set([joint, ...descendantsOf(joint)])
  return body.map((point, index) => (moving.has(index) ? (turned[index] ?? null) : point))
}

/** Both ends of the limb and everything attached to it, shifted. */
function movedLimb({ body }: Person, joint: number, across: number, down: number): PosePoint[] {
  const moving = new Set([joint, PARENTS[joint] ?? -1, ...descendantsOf(joint)])
  const moved = moveBody(body, across, down)
  return body.map((point, index) => (moving.has(index) ? (moved[index] ?? null) : point))
}
