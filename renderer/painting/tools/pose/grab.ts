import { LIMBS } from '../../../../electron/contract/poses/body-18.ts'
import type { PosePoint } from '../../../../electron/contract/poses/pose-people.ts'
import { DETAILS, type DetailPoint } from '../../../model/poses/details.ts'
import type { Person } from '../../../model/poses/person.ts'
import { type Body, PARENTS } from '../../../model/poses/skeleton.ts'
import type { Point } from '../../../model/raster/geometry.ts'
import { frameOf } from '../../poses/person-frame.ts'
import type { PoseSelection } from '../../poses/pose-port.ts'

/** Reach of joints, and of limbs and handles, in CSS pixels. */
const JOINT_REACH = 13
const LIMB_REACH = 8
/** Points of hands and faces lie close together, and close to joints: zoom in to tell them apart. */
const DETAIL_REACH = 5

/** The part of a pose that lies under the pointer. */
export type Grab =
  | { readonly part: 'joint'; readonly person: number; readonly joint: number }
  /** `joint` is the outer end of the limb. */
  | { readonly part: 'limb'; readonly person: number; readonly joint: number }
  /** A single point of a hand or a face. */
  | ({ readonly part: 'detail'; readonly person: number } & DetailPoint)
  | { readonly part: 'person'; readonly person: number }
  | { readonly part: 'turn'; readonly person: number }
  /** `corner` as in the frame. */
  | { readonly part: 'corner'; readonly person: number; readonly corner: number }

/**
 * The chosen person is grabbed before the others; among these, later people come first, because they are drawn on top.
 */
export function grabAt(
  people: readonly Person[],
  selected: PoseSelection | undefined,
  at: Point,
  zoom: number,
): Grab | undefined {
  const order = people.map((_, person) => person).reverse()
  if (selected !== undefined) order.unshift(...order.splice(order.indexOf(selected.person), 1))
  const handle = selected === undefined ? undefined : handleAt(people, selected.person, at, zoom)
  return (
    handle ??
    first(order, (person) => pointAt(people[person], person, at, zoom)) ??
    first(order, (person) => limbAt(people, person, at, LIMB_REACH / zoom)) ??
    first(order, (person) => insideFrame(people, person, at, zoom))
  )
}

function first(order: readonly number[], find: (person: number) => Grab | undefined): Grab | undefined {
  for (const person of order) {
    const found = find(person)
    if (found !== undefined) return found
  }
  return undefined
}

function handleAt(people: readonly Person[], person: number, at: Point, zoom: number): Grab | undefined {
  const body = people[person]
  const frame = body === undefined ? undefined : frameOf(body, zoom)
  if (frame === undefined) return undefined
  const near = ({ x, y }: Point): boolean => Math.hypot(x - at.x, y - at.y) <= LIMB_REACH / zoom
  if (near(frame.turn)) return { part: 'turn', person }
  const corner = frame.corners.findIndex(near)
  return corner < 0 ? undefined : { part: 'corner', person, corner }
}

/** The joint or the point of a hand or face under the pointer, whichever is nearer. */
function pointAt(body: Person | undefined, person: number, at: Point, zoom: number): Grab | undefined {
  if (body === undefined) return undefined
  const joint = nearestOf(body.body, at)
  const details = DETAILS.map((detail) => ({ detail, ...nearestOf(body[detail] ?? [], at) }))
  const nearest = details.reduce((best, next) => (next.apart < best.apart ? next : best))
  if (nearest.apart <= DETAIL_REACH / zoom && nearest.apart < joint.apart)
    return { part: 'detail', person, detail: nearest.detail, point: nearest.index }
  return joint.apart <= JOINT_REACH / zoom ? { part: 'joint', person, joint: joint.index } : undefined
}

function nearestOf(points: Body, at: Point): { readonly index: number; readonly apart: number } {
  const distances = points.map((point) => (point === null ? Infinity : Math.hypot(point[0] - at.x, point[1] - at.y)))
  const apart = Math.min(Infinity, ...distances)
  return { index: distances.indexOf(apart), apart }
}

function limbAt(people: readonly Person[], person: number, at: Point, reach: number): Grab | undefined {
  const body = people[person]?.body ?? []
  const near = LIMBS.find(([from, to]) => distanceToLine(body[from] ?? null, body[to] ?? null, at) <= reach)
  if (near === undefined) return undefined
  const [from, to] = near
  return { part: 'limb', person, joint: PARENTS[to] === from ? to : from }
}

function distanceToLine(start: PosePoint, end: PosePoint, at: Point): number {
  if (start === null || end === null) return Infinity
  const across = end[0] - start[0]
  const down = end[1] - start[1]
  const square = across * across + down * down
  const along = square === 0 ? 0 : ((at.x - start[0]) * across + (at.y - start[1]) * down) / square
  const share = Math.min(1, Math.max(0, along))
  return Math.hypot(start[0] + share * across - at.x, start[1] + share * down - at.y)
}

function insideFrame(people: readonly Person[], person: number, at: Point, zoom: number): Grab | undefined {
  const body = people[person]
  const frame = body === undefined ? undefined : frameOf(body, zoom)
  const inside =
    frame !== undefined && at.x >= frame.left && at.x <= frame.right && at.y >= frame.top && at.y <= frame.bottom
  return inside ? { part: 'person', person } : undefined
}
