import { elementCount, isContiguous, type TensorDescriptor } from './tensor-descriptor.ts'

/** One axis of a copy: `size` steps, each of `from` elements in the storage and `to` elements in the values. */
export interface WalkAxis {
  readonly size: number
  readonly from: number
  readonly to: number
}

/**
 * The axes of a copy out of a strided storage, outermost first, in an order that meets the stored elements from
 * front to back: the storage is on disk, the values are in memory. Never empty.
 */
export function walkAxes(tensor: TensorDescriptor): readonly WalkAxis[] {
  if (isContiguous(tensor)) return [{ size: elementCount(tensor.shape), from: 1, to: 1 }]
  const axes: WalkAxis[] = []
  let to = 1
  for (let axis = tensor.shape.length - 1; axis >= 0; axis -= 1) {
    const size = tensor.shape[axis] ?? 1
    if (size !== 1) axes.push({ size, from: tensor.strides[axis] ?? 0, to })
    to *= size
  }
  return axes.toSorted((one, other) => other.from - one.from)
}

/** Whether the walk never steps back, which holds unless axes interleave (overlapping views). */
export function walksForward(axes: readonly WalkAxis[]): boolean {
  let innerSpan = 0
  for (const { size, from } of axes.toReversed()) {
    if (from < innerSpan) return false
    innerSpan += (size - 1) * from
  }
  return true
}

/** Calls `visit` with the storage and value offset of every innermost run, in order. */
export async function walkRuns(
  axes: readonly WalkAxis[],
  visit: (from: number, to: number) => Promise<void> | undefined,
): Promise<void> {
  const outer = axes.slice(0, -1)
  const index = outer.map(() => 0)
  let from = 0
  let to = 0
  for (;;) {
    const pending = visit(from, to)
    // Awaiting only what waits keeps millions of short runs fast.
    if (pending !== undefined) await pending
    let level = outer.length - 1
    for (; level >= 0; level -= 1) {
      const axis = outer[level]
      if (axis === undefined) return
      const next = (index[level] ?? 0) + 1
      from += axis.from
      to += axis.to
      if (next < axis.size) {
        index[level] = next
        break
      }
      from -= axis.size * axis.from
      to -= axis.size * axis.to
      index[level] = 0
    }
    if (level < 0) return
  }
}
