import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { add, divide, mean, multiply, squareRoot, subtract, sum, sumOfSquares } from '../operators/arithmetic.ts'
import { concatenate, side } from '../operators/shaping.ts'
import { emptyPositions, neighboursOf, sequence, SEQUENCE, withMargins } from './grid-sequence.ts'

/**
 * What one side brings to the match. The official code unfolds features f [C] to descriptors of 3×3 neighbourhoods [9C],
 * subtracts a descriptor's mean, divides by its length and multiplies 4096 × 9C by 9C × 4096. Split at each position into
 * its level (mean over channels) and its shape (the rest), f = level + shape, two descriptors' product is
 *
 *   Σ over neighbours d of shape(u+d)·shape(v+d)  +  C · Σ over d of (level(u+d) − mean level(u)) (level(v+d) − mean level(v))
 *
 * since shapes have no mean. The first sum adds up nine entries of one 4096 × 4096 product of C channels, the second is
 * a product of 9 channels: an eighth of the multiplications, without the cancellation of a later mean.
 */
export interface MatchTerms {
  /** shape, [C,SEQUENCE_WITH_MARGINS]. */
  readonly shapes: Value
  /** √C · (level(u+d) − mean level(u)) by d, and what `last` says, [10,SEQUENCE]. */
  readonly levels: Value
  /** `length` over the descriptor's length, [1,SEQUENCE]. */
  readonly scales: Value
}

/** A descriptor shorter than this is nothing but rounding. */
const SHORTEST = 1e-12

/** Logit of the empty positions of the exemplar: far below every other, so that their weight is zero. */
const NO_MATCH = -1e4

/**
 * The terms of features [1,C,64,64] whose descriptors are to have a certain length.
 *
 * @param last what fills the tenth level: on the layout's side 1, on the exemplar's `NO_MATCH` where a position is empty,
 * both so that the scales restore them
 */
export function matchTerms(
  graph: GraphBuilder,
  features: Value,
  { length, last }: { readonly length: number; readonly last: 'one' | 'no match where empty' },
): MatchTerms {
  const level = mean(graph, features, 1)
  const shape = subtract(graph, features, level)
  const around = neighboursOf(graph, withMargins(graph, sequence(graph, level)))
  const root = graph.floats([Math.sqrt(side(features, 1))], [])
  const levels = multiply(graph, subtract(graph, around, mean(graph, around, 0)), root)
  const energies = neighboursOf(graph, withMargins(graph, sequence(graph, sumOfSquares(graph, shape, 1))))
  const lengths = squareRoot(graph, add(graph, sum(graph, energies, 0), sumOfSquares(graph, levels, 0)))
  const bounded = graph.node('Max', [lengths, graph.floats([SHORTEST], [])], 'float32', [1, SEQUENCE])
  const scales = divide(graph, graph.floats([length], []), bounded)
  const wanted =
    last === 'one' ? graph.floats([1], [1, 1]) : multiply(graph, emptyPositions(graph), graph.floats([NO_MATCH], []))
  const tenth = divide(graph, wanted, scales)
  return { shapes: withMargins(graph, sequence(graph, shape)), levels: concatenate(graph, [levels, tenth], 0), scales }
}
