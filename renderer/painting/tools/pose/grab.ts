import { LIMBS } from '../../../../electron/contract/poses/body-18.ts'
import type { PosePoint } from '../../../../electron/contract/poses/pose-people.ts'
import type { Person } from '../../../model/poses/person.ts'
import { PARENTS } from '../../../model/poses/skeleton.ts'
import type { Point } from '../../../model/raster/geometry.ts'
import { frameOf } from '../../poses/person-frame.ts'
import type { PoseSelection } from '../../poses/pose-port.ts'

/** Reach of joints, and of limbs and handles, in CSS pixels. */
const JOINT_REACH = 13
const LIMB_REACH = 8

/** The part of a pose that lies under the pointer. */
export type Grab =
  | { readonly part: 'joint'; readonly person: number; readonly joint: number }
  /** `joint` is the outer end of the limb. */
  | { readonly part: 'limb'; readonly person: number; readonly joint: number }
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
    first(order, (person) => jointAt(people, person, at, JOINT_REACH / zoom)) ??
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

function jointAt(people: readonly Person[], person: number, at: Point, reach: number): Grab | undefined {
  const distances = (people[person]?.body ?? []).map((point) =>
    point === null ? Infinity : Math.hypot(point[0] - at.x, point[1] - at.y),
  )
  const nearest = Math.min(Infinity, ...distances)
  return nearest <= reach ? { part: 'joint', person, joint: distances.indexOf(nearest) } : undefined
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
