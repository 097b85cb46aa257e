import { hasLearnedShortcut, middleChannels, type SpadeBlock } from '../../architecture/spade-block.ts'
import type { ModulatingMap } from '../conditions/modulating-map.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { add, leakyRectify } from '../operators/arithmetic.ts'
import { convolution, enlarge, reflectionPad } from '../operators/convolution.ts'
import { spectralWeight } from '../weights/spectral-weight.ts'
import { storedWeight, type TensorSource } from '../weights/weight.ts'
import { positionalNormalisation } from './positional-normalisation.ts'
import { modulate, modulateAndProject, type Modulation } from './spade-modulation.ts'

/** Slope of the leaky rectifier everywhere in the official networks. */
export const LEAK = 0.2

/**
 * A SPADE residual block. With `doubling`, its input is first enlarged ×2 by nearest neighbour: positional
 * normalisation commutes with that, so it runs before, on a quarter of the positions.
 */
export function spadeBlock(
  graph: GraphBuilder,
  features: Value,
  map: ModulatingMap,
  block: SpadeBlock,
  source: TensorSource,
  { doubling = false }: { readonly doubling?: boolean } = {},
): Value {
  const grown = (value: Value): Value => (doubling ? enlarge(graph, value, 2, 'nearest') : value)
  const modulation = (name: string, channels: number): Modulation => ({ name, channels, block, source })
  const activated = (value: Value): Value => reflectionPad(graph, leakyRectify(graph, value, LEAK))
  const { name, channelsIn, channelsOut } = block
  const middle = middleChannels(block)

  const normalised = grown(positionalNormalisation(graph, features))
  const first = activated(modulate(graph, normalised, map, modulation('norm_0', channelsIn)))
  const between = spectralConvolution(graph, first, `${name}.conv_0`, channelsIn, middle, source)
  const renormalised = positionalNormalisation(graph, between)
  const second = activated(modulate(graph, renormalised, map, modulation('norm_1', middle)))
  const change = spectralConvolution(graph, second, `${name}.conv_1`, middle, channelsOut, source)
  if (!hasLearnedShortcut(block)) return add(graph, change, grown(features))
  const projection = spectralWeight(source, `${name}.conv_s`, [channelsOut, channelsIn, 1, 1])
  return add(graph, change, modulateAndProject(graph, normalised, map, modulation('norm_s', channelsIn), projection))
}

function spectralConvolution(
  graph: GraphBuilder,
  padded: Value,
  key: string,
  channelsIn: number,
  channelsOut: number,
  source: TensorSource,
): Value {
  const filters = graph.weight(spectralWeight(source, key, [channelsOut, channelsIn, 3, 3]))
  const bias = graph.weight(storedWeight(source, `${key}.bias`, [channelsOut]))
  return convolution(graph, padded, filters, bias)
}
