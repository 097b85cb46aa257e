import type { Point } from '../../../model/raster/geometry.ts'
import type { ToolContext } from '../tool-context.ts'
import type { ToolState } from '../tool-machine.ts'

export type PointDragContext = Pick<ToolContext, 'handles' | 'view'>

/** A point is grabbed from this far away, in CSS pixels. */
const REACH = 14

/** The point under the pointer; undefined when none is near enough. */
export function pointAt({ handles, view }: PointDragContext, at: Point): number | undefined {
  const reach = REACH / view.zoom()
  const near = (handles.points() ?? []).flatMap((point, index) => {
    const distance = point === null ? Infinity : Math.hypot(point.x - at.x, point.y - at.y)
    return distance <= reach ? [{ index, distance }] : []
  })
  return near.toSorted((one, other) => one.distance - other.distance)[0]?.index
}

/** State while one point follows the pointer. */
export function draggingPoint({ handles }: PointDragContext, index: number, idle: ToolState): ToolState {
  const keep = (): ToolState => {
    handles.drop()
    return idle
  }
  return {
    name: 'draggingPoint',
    pointerMove({ at }) {
      handles.drag(index, at)
      return undefined
    },
    pointerUp: keep,
    complete: keep,
    cancel() {
      handles.giveUp()
      return idle
    },
  }
}
