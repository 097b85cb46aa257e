import { RESIDUAL_BLOCKS } from '../../architecture/correspondence-network.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { float, int } from '../operators/attributes.ts'
import { convolution } from '../operators/convolution.ts'
import { concatenate, reshape, side, slice, transpose } from '../operators/shaping.ts'
import { storedWeight, type TensorSource } from '../weights/weight.ts'
import { residualBlock } from './residual-block.ts'

/** Side of the grid on which condition and exemplar are matched. */
export const GRID_SIDE = 64
/** Its positions. */
export const GRID_POSITIONS = GRID_SIDE * GRID_SIDE
/** Softmax temperature of the official code. */
export const TEMPERATURE = 0.01

/** The shared residual blocks and a 1×1 projection (`theta` or `phi`): [1,C,64,64] → [1,matching,64,64]. */
export function matchingFeatures(
  graph: GraphBuilder,
  mixed: Value,
  projection: 'theta' | 'phi',
  matching: number,
  source: TensorSource,
): Value {
  let features = mixed
  for (const index of RESIDUAL_BLOCKS) features = residualBlock(graph, features, `layer.${String(index)}`, source)
  const filters = graph.weight(storedWeight(source, `${projection}.weight`, [matching, side(mixed, 1), 1, 1]))
  const bias = graph.weight(storedWeight(source, `${projection}.bias`, [matching]))
  return convolution(graph, features, filters, bias)
}

/**
 * Descriptors of 3×3 neighbourhoods, centred over channels and of length `length`: [1,C,64,64] → [1,4096,9C]. The order
 * of the 9C channels (offset, channel) differs from torch's unfold; products of two descriptors do not depend on it.
 * Centring and scaling to a length is layer normalisation times length / √9C, which runs in one pass.
 */
export function matchingDescriptors(graph: GraphBuilder, features: Value, length: number): Value {
  const unfolded = unfold(graph, features)
  const channels = side(unfolded, 2)
  const scale = storedWeight({ read: () => filled(channels, length / Math.sqrt(channels)) }, 'scale', [channels])
  return graph.node('LayerNormalization', [unfolded, graph.weight(scale)], 'float32', unfolded.shape, {
    axis: int(-1),
    epsilon: float(0),
  })
}

function filled(count: number, value: number): Promise<Float32Array> {
  return Promise.resolve(new Float32Array(count).fill(value))
}

/** Each position's 3×3 neighbourhood, zeros outside: [1,C,64,64] → [1,4096,9C]. */
function unfold(graph: GraphBuilder, features: Value): Value {
  const channels = side(features, 1)
  const tokens = transpose(graph, features, [0, 2, 3, 1])
  const margins = graph.integers([0, 1, 1, 0, 0, 1, 1, 0])
  const padded = graph.node('Pad', [tokens, margins], 'float32', [1, GRID_SIDE + 2, GRID_SIDE + 2, channels])
  const shifted = [0, 1, 2].flatMap((row) => {
    const rows = slice(graph, padded, 1, row, row + GRID_SIDE)
    return [0, 1, 2].map((column) => slice(graph, rows, 2, column, column + GRID_SIDE))
  })
  return reshape(graph, concatenate(graph, shifted, 3), [1, GRID_POSITIONS, 9 * channels])
}
