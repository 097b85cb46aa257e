import type { GraphBuilder } from '../graph-builder.ts'
import type { Dimension, TensorType, Value } from '../onnx/graph-model.ts'
import { int, ints } from './attributes.ts'

/** A side of a value that must be a number. */
export function side(value: Value, axis: number): number {
  const found = value.shape[axis]
  if (typeof found !== 'number') throw new RangeError(`axis ${axis} of [${value.shape.join()}] is not known`)
  return found
}

/** The same numbers in another shape; at most one side may be a name (it is inferred). */
export function reshape(graph: GraphBuilder, value: Value, shape: readonly Dimension[]): Value {
  const target = shape.map((length) => (typeof length === 'number' ? length : -1))
  const before = product(value.shape)
  const after = product(shape)
  if (before !== undefined && after !== undefined && before !== after)
    throw new RangeError(`cannot reshape [${value.shape.join()}] to [${shape.join()}]`)
  return graph.node('Reshape', [value, graph.integers(target)], value.type, shape)
}

/** Axes in another order. */
export function transpose(graph: GraphBuilder, value: Value, order: readonly number[]): Value {
  const shape = order.map((axis) => value.shape[axis] ?? 1)
  return graph.node('Transpose', [value], value.type, shape, { perm: ints(order) })
}

/** Values joined along one axis; a name where a part's side is not a number. */
export function concatenate(graph: GraphBuilder, values: readonly Value[], axis: number): Value {
  const [first] = values
  if (first === undefined) throw new RangeError('nothing to join')
  const sides = values.map(({ shape }) => shape[axis] ?? 1)
  const named = sides.find((length) => typeof length === 'string')
  const total = named === undefined ? sides.reduce<number>((sum, length) => sum + Number(length), 0) : joinedSide(named)
  const shape = first.shape.map((length, index) => (index === axis ? total : length))
  return graph.node('Concat', values, first.type, shape, { axis: int(axis) })
}

/** The name of a side that values with a named side have together. */
export function joinedSide(side: Dimension): string {
  return `joined_${side}`
}

/** Zeros of a known shape. */
export function zeros(graph: GraphBuilder, shape: readonly number[]): Value {
  return graph.node('ConstantOfShape', [graph.integers(shape)], 'float32', shape)
}

/** `size` entries of a matrix from `start` on, along both axes. */
export function window(graph: GraphBuilder, matrix: Value, start: readonly number[], size: readonly number[]): Value {
  const end = start.map((first, axis) => first + (size[axis] ?? 0))
  const bounds = [start, end, [0, 1]].map((numbers) => graph.integers(numbers))
  return graph.node('Slice', [matrix, ...bounds], matrix.type, size)
}

/** A square of the last two axes of [1,C,H,W]. */
export function crop(graph: GraphBuilder, value: Value, row: number, column: number, length: number): Value {
  const shape = [...value.shape.slice(0, 2), length, length]
  const bounds = [
    [row, column],
    [row + length, column + length],
    [2, 3],
  ].map((numbers) => graph.integers(numbers))
  return graph.node('Slice', [value, ...bounds], value.type, shape)
}

/** start ≤ index < end along one axis. */
export function slice(graph: GraphBuilder, value: Value, axis: number, start: number, end: number): Value {
  const shape = value.shape.map((length, index) => (index === axis ? end - start : length))
  const bounds = [[start], [end], [axis]].map((numbers) => graph.integers(numbers))
  return graph.node('Slice', [value, ...bounds], value.type, shape)
}

/** Every `step`-th position of the last two axes: torch's nearest downsampling, floor(i·step). */
export function stride(graph: GraphBuilder, value: Value, step: number): Value {
  if (step === 1) return value
  const rank = value.shape.length
  const shape = value.shape.map((length, axis) => (axis < rank - 2 ? length : Number(length) / step))
  const all = Number.MAX_SAFE_INTEGER
  const bounds = [
    [0, 0],
    [all, all],
    [rank - 2, rank - 1],
    [step, step],
  ].map((numbers) => graph.integers(numbers))
  return graph.node('Slice', [value, ...bounds], value.type, shape)
}

/** Rows of `axis` picked by an int64 list. */
export function gather(graph: GraphBuilder, value: Value, indices: Value, axis: number): Value {
  const shape = value.shape.flatMap((length, index) => (index === axis ? indices.shape : [length]))
  return graph.node('Gather', [value, indices], value.type, shape, { axis: int(axis) })
}

/** Another element type. */
export function cast(graph: GraphBuilder, value: Value, type: TensorType): Value {
  const number = { float32: 1, int32: 6, int64: 7 }[type]
  return graph.node('Cast', [value], type, value.shape, { to: int(number) })
}

function product(shape: readonly Dimension[]): number | undefined {
  let total = 1
  for (const length of shape) {
    if (typeof length === 'string') return undefined
    total *= length
  }
  return total
}
