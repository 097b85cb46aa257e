import { RESIDUAL_BLOCKS } from '../../architecture/correspondence-network.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import { GRID_POSITIONS, GRID_SIDE } from '../layers/matching-grid.ts'
import type { Value } from '../onnx/graph-model.ts'
import { add, divide, mean, squareRoot, subtract, sumOfSquares } from '../operators/arithmetic.ts'
import { instanceNormalisation, reflectionPad } from '../operators/convolution.ts'
import { concatenate, crop, reshape, side } from '../operators/shaping.ts'
import type { OfficialNetworks } from '../stages/official-networks.ts'
import { storedWeight, type TensorSource } from '../weights/weight.ts'
import { storedConvolution } from './dense-layers.ts'

/** Descriptors of 3×3 neighbourhoods, centred over channels and of unit length: [1,9·matching,4096]. */
export function denseDescriptors(
  graph: GraphBuilder,
  features: Value,
  mixture: Value | undefined,
  projection: 'theta' | 'phi',
  { widths, correspondence: source }: OfficialNetworks,
): Value {
  let mixed = mixture === undefined ? features : concatenate(graph, [features, mixture], 1)
  for (const index of RESIDUAL_BLOCKS) mixed = plainResidualBlock(graph, mixed, `layer.${String(index)}`, source)
  const shape = [widths.matching, side(mixed, 1), 1] as const
  const unfolded = unfold(graph, storedConvolution(graph, mixed, projection, shape, source))
  const centred = subtract(graph, unfolded, mean(graph, unfolded, 1))
  return divide(graph, centred, squareRoot(graph, sumOfSquares(graph, centred, 1)))
}

function plainResidualBlock(graph: GraphBuilder, features: Value, name: string, source: TensorSource): Value {
  const channels = side(features, 1)
  const slope = graph.weight(storedWeight(source, `${name}.prelu.weight`, [1]))
  const activate = (value: Value): Value => graph.node('PRelu', [value, slope], 'float32', value.shape)
  const convolve = (value: Value, key: string): Value => {
    const padded = reflectionPad(graph, value)
    return instanceNormalisation(
      graph,
      storedConvolution(graph, padded, `${name}.${key}`, [channels, channels, 3], source),
    )
  }
  const change = convolve(activate(convolve(features, 'conv1')), 'conv2')
  return activate(add(graph, change, features))
}

/**
 * Each position's 3×3 neighbourhood, zeros outside: [1,C,64,64] → [1,9C,4096]. The order of the 9C channels (offset,
 * channel) differs from torch's unfold; products of two descriptors do not depend on it.
 */
function unfold(graph: GraphBuilder, features: Value): Value {
  const channels = side(features, 1)
  const margins = graph.integers([0, 0, 1, 1, 0, 0, 1, 1])
  const padded = graph.node('Pad', [features, margins], 'float32', [1, channels, GRID_SIDE + 2, GRID_SIDE + 2])
  const steps = [0, 1, 2]
  const shifted = steps.flatMap((row) => steps.map((column) => crop(graph, padded, row, column, GRID_SIDE)))
  return reshape(graph, concatenate(graph, shifted, 1), [1, 9 * channels, GRID_POSITIONS])
}
