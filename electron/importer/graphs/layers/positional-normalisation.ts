import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { add, channelSum, divide, mean, multiply, squareRoot, subtract, sumOfSquares } from '../operators/arithmetic.ts'
import { side } from '../operators/shaping.ts'

const EPSILON = 1e-5

/** PONO, operator by operator: [1,C,H,W] to zero mean and unit unbiased variance over C at each position. */
export function positionalNormalisation(graph: GraphBuilder, features: Value): Value {
  const shifted = subtract(graph, features, mean(graph, features, 1))
  const freedom = graph.floats([side(features, 1) - 1], [])
  return scaled(graph, shifted, divide(graph, sumOfSquares(graph, shifted, 1), freedom))
}

/** [1,C,H,W] less its mean over C at each position. */
export function centred(graph: GraphBuilder, features: Value): Value {
  return subtract(graph, features, channelSum(graph, features, 1 / side(features, 1)))
}

/** PONO of features whose mean over C is zero already, as it is after a convolution with centred filters. */
export function unitVariance(graph: GraphBuilder, centredFeatures: Value): Value {
  const squares = multiply(graph, centredFeatures, centredFeatures)
  return scaled(graph, centredFeatures, channelSum(graph, squares, 1 / (side(centredFeatures, 1) - 1)))
}

function scaled(graph: GraphBuilder, shifted: Value, variance: Value): Value {
  const deviation = squareRoot(graph, add(graph, variance, graph.floats([EPSILON], [])))
  return multiply(graph, shifted, divide(graph, graph.floats([1], []), deviation))
}
