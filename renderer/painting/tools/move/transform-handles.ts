import { distance, type Point, type Rect } from '../../../model/raster/geometry.ts'
import { apply, compose, invert, rotationAround, scalingAround, translation, type Affine } from './affine.ts'

/** What a press on the frame grabs. `scale` names the grabbed side: −1, 0 or 1 across and down. */
export type Handle =
  | { readonly kind: 'move' }
  | { readonly kind: 'rotate' }
  | { readonly kind: 'scale'; readonly across: -1 | 0 | 1; readonly down: -1 | 0 | 1 }

/** In CSS pixels. */
const GRAB_DISTANCE = 9
const KNOB_DISTANCE = 24
const ANGLE_STEP = Math.PI / 12

const sides = [-1, 0, 1] as const

/** The frame's corners, clockwise from the top left, as transformed. */
export function frameCorners({ x, y, width, height }: Rect, transform: Affine): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ].map((corner) => apply(transform, corner))
}

/** The knob that rotates lies above the middle of the top side. */
export function rotationKnob(frame: Rect, transform: Affine, zoom: number): Point {
  const [topLeft = { x: 0, y: 0 }, topRight = topLeft, , bottomLeft = topLeft] = frameCorners(frame, transform)
  const middle = { x: (topLeft.x + topRight.x) / 2, y: (topLeft.y + topRight.y) / 2 }
  const height = Math.max(1e-6, distance(topLeft, bottomLeft))
  const reach = KNOB_DISTANCE / zoom / height
  return { x: middle.x + (topLeft.x - bottomLeft.x) * reach, y: middle.y + (topLeft.y - bottomLeft.y) * reach }
}

/** What lies under the pointer; undefined beside the frame. */
export function handleAt(frame: Rect, transform: Affine, at: Point, zoom: number): Handle | undefined {
  const near = (point: Point): boolean => distance(point, at) * zoom <= GRAB_DISTANCE
  if (near(rotationKnob(frame, transform, zoom))) return { kind: 'rotate' }
  for (const across of sides) {
    for (const down of sides) {
      if ((across !== 0 || down !== 0) && near(apply(transform, anchor(frame, across, down)))) {
        return { kind: 'scale', across, down }
      }
    }
  }
  const inside = invert(transform)
  if (inside === undefined) return undefined
  const local = apply(inside, at)
  const hit =
    local.x >= frame.x && local.y >= frame.y && local.x <= frame.x + frame.width && local.y <= frame.y + frame.height
  return hit ? { kind: 'move' } : undefined
}

function anchor({ x, y, width, height }: Rect, across: number, down: number): Point {
  return { x: x + (width * (across + 1)) / 2, y: y + (height * (down + 1)) / 2 }
}

/**
 * The transform after dragging a handle.
 *
 * @param start The transform when the drag began.
 * @param constrain Held Shift: whole steps of 15 degrees, equal scale, one axis.
 */
export function draggedTransform(
  frame: Rect,
  start: Affine,
  handle: Handle,
  from: Point,
  to: Point,
  constrain: boolean,
): Affine {
  switch (handle.kind) {
    case 'move':
      return composeMove(start, from, to, constrain)
    case 'rotate': {
      const centre = apply(start, anchor(frame, 0, 0))
      const turned = Math.atan2(to.y - centre.y, to.x - centre.x) - Math.atan2(from.y - centre.y, from.x - centre.x)
      const angle = constrain ? Math.round(turned / ANGLE_STEP) * ANGLE_STEP : turned
      return compose(rotationAround(centre, angle), start)
    }
    case 'scale': {
      const back = invert(start)
      if (back === undefined) return start
      const fixed = anchor(frame, -handle.across, -handle.down)
      const grabbed = anchor(frame, handle.across, handle.down)
      const target = apply(back, to)
      const across = handle.across === 0 ? 1 : (target.x - fixed.x) / (grabbed.x - fixed.x)
      const down = handle.down === 0 ? 1 : (target.y - fixed.y) / (grabbed.y - fixed.y)
      const even = constrain && handle.across !== 0 && handle.down !== 0
      const larger = Math.abs(across) > Math.abs(down) ? across : down
      return compose(start, scalingAround(fixed, even ? larger : across, even ? larger : down))
    }
  }
}

function composeMove(start: Affine, from: Point, to: Point, constrain: boolean): Affine {
  const x = Math.round(to.x - from.x)
  const y = Math.round(to.y - from.y)
  if (!constrain) return compose(translation(x, y), start)
  return compose(Math.abs(x) >= Math.abs(y) ? translation(x, 0) : translation(0, y), start)
}
