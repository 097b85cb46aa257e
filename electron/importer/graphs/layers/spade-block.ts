import { hasLearnedShortcut, middleChannels, type SpadeBlock } from '../../architecture/spade-block.ts'
import type { ModulatingMap } from '../conditions/modulating-map.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { add, leakyRectify } from '../operators/arithmetic.ts'
import { convolution, enlarge, reflectionPad } from '../operators/convolution.ts'
import { centredWeight } from '../weights/centred-weight.ts'
import { spectralWeight } from '../weights/spectral-weight.ts'
import { storedWeight, type TensorSource, type Weight } from '../weights/weight.ts'
import { unitVariance } from './positional-normalisation.ts'
import { modulate, modulateAndProject, type Modulation } from './spade-modulation.ts'

/** Slope of the leaky rectifier everywhere in the official networks. */
export const LEAK = 0.2

/** How a block stands in its network. */
export interface BlockPlace {
  /**
   * Whether the input is first enlarged ×2 by nearest neighbour. Positional normalisation commutes with that, so it runs
   * before, on a quarter of the positions.
   */
  readonly doubling?: boolean
  /** Whether the next thing that happens to the output is a positional normalisation; the mean is then left out here. */
  readonly centredOutput?: boolean
}

/**
 * A SPADE residual block of features whose mean over channels has been taken off. Nothing but positional normalisations
 * reads the features inside a chain of blocks, and they subtract that mean first; so filters and biases are stored
 * without their mean over output channels, and no mean is ever computed.
 */
export function spadeBlock(
  graph: GraphBuilder,
  centredFeatures: Value,
  map: ModulatingMap,
  block: SpadeBlock,
  source: TensorSource,
  { doubling = false, centredOutput = false }: BlockPlace = {},
): Value {
  const { name, channelsIn, channelsOut } = block
  const middle = middleChannels(block)
  const learned = hasLearnedShortcut(block)
  if (!learned && !centredOutput) throw new RangeError(`${name} passes its input on, so its mean would be lacking`)
  const grown = (value: Value): Value => (doubling ? enlarge(graph, value, 2, 'nearest') : value)
  const modulation = (key: string, channels: number): Modulation => ({ name: key, channels, block, source })
  const activated = (value: Value): Value => reflectionPad(graph, leakyRectify(graph, value, LEAK))
  const fitted = (weight: Weight): Weight => (centredOutput ? centredWeight(weight) : weight)

  const normalised = grown(unitVariance(graph, centredFeatures))
  const first = activated(modulate(graph, normalised, map, modulation('norm_0', channelsIn)))
  const entrance = spectralConvolution(source, `${name}.conv_0`, channelsIn, middle)
  const between = convolve(graph, first, centredWeight(entrance.filters), centredWeight(entrance.bias))
  const second = activated(modulate(graph, unitVariance(graph, between), map, modulation('norm_1', middle)))
  const exit = spectralConvolution(source, `${name}.conv_1`, middle, channelsOut)
  const change = convolve(graph, second, fitted(exit.filters), fitted(exit.bias))
  if (!learned) return add(graph, change, grown(centredFeatures))
  const projection = fitted(spectralWeight(source, `${name}.conv_s`, [channelsOut, channelsIn, 1, 1]))
  return add(graph, change, modulateAndProject(graph, normalised, map, modulation('norm_s', channelsIn), projection))
}

function spectralConvolution(
  source: TensorSource,
  key: string,
  channelsIn: number,
  channelsOut: number,
): { readonly filters: Weight; readonly bias: Weight } {
  return {
    filters: spectralWeight(source, key, [channelsOut, channelsIn, 3, 3]),
    bias: storedWeight(source, `${key}.bias`, [channelsOut]),
  }
}

function convolve(graph: GraphBuilder, padded: Value, filters: Weight, bias: Weight): Value {
  return convolution(graph, padded, graph.weight(filters), graph.weight(bias))
}
