import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { add, divide, mean, multiply, squareRoot, subtract, sumOfSquares } from '../operators/arithmetic.ts'
import { side } from '../operators/shaping.ts'

const EPSILON = 1e-5

/** PONO: [1,C,H,W] to zero mean and unit unbiased variance over C at each position. */
export function positionalNormalisation(graph: GraphBuilder, features: Value): Value {
  const freedom = graph.floats([1 / (side(features, 1) - 1)], [])
  const centred = subtract(graph, features, mean(graph, features, 1))
  const variance = multiply(graph, sumOfSquares(graph, centred, 1), freedom)
  const deviation = squareRoot(graph, add(graph, variance, graph.floats([EPSILON], [])))
  return multiply(graph, centred, divide(graph, graph.floats([1], []), deviation))
}
