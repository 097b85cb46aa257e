import { hasLearnedShortcut, middleChannels, type SpadeBlock } from '../../architecture/spade-block.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import { positionalNormalisation } from '../layers/positional-normalisation.ts'
import { LEAK } from '../layers/spade-block.ts'
import type { Value } from '../onnx/graph-model.ts'
import { add, leakyRectify, multiply, rectify } from '../operators/arithmetic.ts'
import { convolution, reflectionPad } from '../operators/convolution.ts'
import { side, stride } from '../operators/shaping.ts'
import { spectralWeight } from '../weights/spectral-weight.ts'
import { storedWeight, type TensorSource } from '../weights/weight.ts'

/** Filters and perhaps a bias of an ordinary convolution, applied as they are. */
export function storedConvolution(
  graph: GraphBuilder,
  input: Value,
  name: string,
  shape: readonly [outputs: number, inputs: number, kernel: number],
  source: TensorSource,
  padding = 0,
): Value {
  const [outputs, inputs, kernel] = shape
  const filters = graph.weight(storedWeight(source, `${name}.weight`, [outputs, inputs, kernel, kernel]))
  const bias = graph.weight(storedWeight(source, `${name}.bias`, [outputs]))
  return convolution(graph, input, filters, bias, { padding })
}

/** A SPADE block as an exporter writes it: every modulation resized, hidden, scaled and shifted by itself. */
export function plainSpadeBlock(
  graph: GraphBuilder,
  features: Value,
  condition: Value,
  block: SpadeBlock,
  source: TensorSource,
): Value {
  const { name, channelsIn, channelsOut } = block
  const middle = middleChannels(block)
  const convolve = (value: Value, key: string, inputs: number, outputs: number): Value => {
    const filters = graph.weight(spectralWeight(source, `${name}.${key}`, [outputs, inputs, 3, 3]))
    const bias = graph.weight(storedWeight(source, `${name}.${key}.bias`, [outputs]))
    return convolution(graph, reflectionPad(graph, leakyRectify(graph, value, LEAK)), filters, bias)
  }
  const modulated = (value: Value, key: string, channels: number): Value =>
    plainModulation(graph, value, condition, `${name}.${key}`, channels, block, source)
  const between = convolve(modulated(features, 'norm_0', channelsIn), 'conv_0', channelsIn, middle)
  const change = convolve(modulated(between, 'norm_1', middle), 'conv_1', middle, channelsOut)
  if (!hasLearnedShortcut(block)) return add(graph, features, change)
  const projection = graph.weight(spectralWeight(source, `${name}.conv_s`, [channelsOut, channelsIn, 1, 1]))
  const shortcut = convolution(graph, modulated(features, 'norm_s', channelsIn), projection, undefined)
  return add(graph, shortcut, change)
}

function plainModulation(
  graph: GraphBuilder,
  features: Value,
  condition: Value,
  name: string,
  channels: number,
  { modulationChannels: hidden, conditionChannels }: SpadeBlock,
  source: TensorSource,
): Value {
  const resized = reflectionPad(graph, stride(graph, condition, side(condition, 2) / side(features, 2)))
  const shared = storedConvolution(graph, resized, `${name}.mlp_shared.1`, [hidden, conditionChannels, 3], source)
  const activated = reflectionPad(graph, rectify(graph, shared))
  const scale = storedConvolution(graph, activated, `${name}.mlp_gamma`, [channels, hidden, 3], source)
  const shift = storedConvolution(graph, activated, `${name}.mlp_beta`, [channels, hidden, 3], source)
  const grown = add(graph, scale, graph.floats([1], []))
  return add(graph, multiply(graph, positionalNormalisation(graph, features), grown), shift)
}
