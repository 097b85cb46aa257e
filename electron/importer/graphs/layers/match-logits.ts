import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { matrixProduct, multiply } from '../operators/arithmetic.ts'
import { window } from '../operators/shaping.ts'
import { NEIGHBOUR_STEPS, SEQUENCE, SEQUENCE_WITH_MARGINS } from './grid-sequence.ts'
import type { MatchTerms } from './match-terms.ts'

/** Both sides of a match; the layout's terms are transposed (positions first). */
export interface MatchSides {
  readonly layout: MatchTerms
  readonly exemplar: MatchTerms
}

/** Rows `start` … `start + count` of the matrix of logits, [count,SEQUENCE]. */
export function matchLogits(
  graph: GraphBuilder,
  { layout, exemplar }: MatchSides,
  start: number,
  count: number,
): Value {
  const { right, down } = NEIGHBOUR_STEPS
  const margins = SEQUENCE_WITH_MARGINS - SEQUENCE
  const positions = window(graph, layout.shapes, [start, 0], [count + margins, Number(layout.shapes.shape[1])])
  const products = matrixProduct(graph, positions, exemplar.shapes)
  // Nine entries along a diagonal: first the three of a row, then the three rows.
  const rows = alongDiagonal(graph, products, right)
  const shapes = alongDiagonal(graph, rows, down)
  const levels = window(graph, layout.levels, [start, 0], [count, Number(layout.levels.shape[1])])
  const sums = graph.node('Gemm', [levels, exemplar.levels, shapes], 'float32', [count, SEQUENCE])
  const scales = window(graph, layout.scales, [start, 0], [count, 1])
  return multiply(graph, multiply(graph, sums, scales), exemplar.scales)
}

/** entry(i, j) + entry(i + step, j + step) + entry(i + 2·step, j + 2·step), wherever all three exist. */
function alongDiagonal(graph: GraphBuilder, matrix: Value, step: number): Value {
  const size = matrix.shape.map((length) => Number(length) - 2 * step)
  const parts = [0, step, 2 * step].map((offset) => window(graph, matrix, [offset, offset], size))
  return graph.node('Sum', parts, 'float32', size)
}
