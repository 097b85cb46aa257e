import {
  attentionConvolutions,
  generatorBlocks,
  pictureConvolution,
  seedConvolution,
} from '../../architecture/generator-network.ts'
import type { Convolution } from '../../architecture/tensor-shapes.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import { LEAK } from '../layers/spade-block.ts'
import type { Value } from '../onnx/graph-model.ts'
import { add, leakyRectify, matrixProduct, multiply, softmax } from '../operators/arithmetic.ts'
import { convolution, enlarge, halveByMaximum } from '../operators/convolution.ts'
import { concatenate, reshape, side, stride, transpose } from '../operators/shaping.ts'
import type { OfficialNetworks } from '../stages/official-networks.ts'
import { spectralWeight } from '../weights/spectral-weight.ts'
import { storedWeight, type TensorSource } from '../weights/weight.ts'
import { plainSpadeBlock, storedConvolution } from './dense-layers.ts'

const DOUBLED_BEFORE: ReadonlySet<string> = new Set(['G_middle_0', 'up_0', 'up_1', 'up_2', 'up_3'])

/** netG as an exporter writes it: warp and condition channels [1,…,256,256] → picture [1,3,256,256]. */
export function denseGenerator(
  graph: GraphBuilder,
  warp: Value,
  condition: Value,
  { variant, generatorWidths, generator: source }: OfficialNetworks,
): Value {
  const network = { task: variant.task, widths: generatorWidths }
  const modulation = concatenate(graph, [warp, condition], 1)
  const seed = seedConvolution(network)
  const smallest = stride(graph, modulation, 32)
  let features = storedConvolution(graph, smallest, seed.name, [seed.channelsOut, seed.channelsIn, 3], source, 1)
  for (const block of generatorBlocks(network)) {
    if (DOUBLED_BEFORE.has(block.name)) features = enlarge(graph, features, 2, 'nearest')
    if (block.name === 'up_2') features = denseAttention(graph, features, attentionConvolutions(network), source)
    features = plainSpadeBlock(graph, features, modulation, block, source)
  }
  const { name, channelsIn, channelsOut } = pictureConvolution(network)
  const rectified = leakyRectify(graph, features, LEAK)
  const picture = storedConvolution(graph, rectified, name, [channelsOut, channelsIn, 3], source, 1)
  return graph.node('Tanh', [picture], 'float32', picture.shape)
}

function denseAttention(
  graph: GraphBuilder,
  features: Value,
  [theta, phi, g, o]: readonly Convolution[],
  source: TensorSource,
): Value {
  const project = (value: Value, plan: Convolution | undefined): Value => {
    if (plan === undefined) throw new RangeError('the attention lacks a projection')
    const filters = graph.weight(spectralWeight(source, plan.name, [plan.channelsOut, plan.channelsIn, 1, 1]))
    return convolution(graph, value, filters, undefined)
  }
  const flat = (value: Value): Value => reshape(graph, value, [1, side(value, 1), side(value, 2) * side(value, 3)])
  const queries = transpose(graph, flat(project(features, theta)), [0, 2, 1])
  const keys = flat(halveByMaximum(graph, project(features, phi)))
  const values = flat(halveByMaximum(graph, project(features, g)))
  const weights = softmax(graph, matrixProduct(graph, queries, keys))
  const attended = matrixProduct(graph, values, transpose(graph, weights, [0, 2, 1]))
  const image = reshape(graph, attended, [1, side(attended, 1), side(features, 2), side(features, 3)])
  const strength = graph.weight(storedWeight(source, 'attn.gamma', []))
  return add(graph, multiply(graph, project(image, o), strength), features)
}
