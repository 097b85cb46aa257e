import { adaptorBlocks, adaptorLayers, type Adaptor } from '../../architecture/adaptor.ts'
import { conditionAdaptor, exemplarAdaptor } from '../../architecture/correspondence-network.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import {
  GRID_POSITIONS,
  GRID_SIDE,
  matchingDescriptors,
  matchingFeatures,
  TEMPERATURE,
} from '../layers/matching-descriptors.ts'
import { LEAK } from '../layers/spade-block.ts'
import { exemplarColours, warpedPicture } from '../layers/warp.ts'
import type { Value } from '../onnx/graph-model.ts'
import { divide, leakyRectify, matrixProduct, softmax, squareRoot, sumOfSquares } from '../operators/arithmetic.ts'
import { convolution, instanceNormalisation } from '../operators/convolution.ts'
import { concatenate, side, stride, transpose } from '../operators/shaping.ts'
import type { OfficialNetworks } from '../stages/official-networks.ts'
import { spectralWeight } from '../weights/spectral-weight.ts'
import type { TensorSource } from '../weights/weight.ts'
import { plainSpadeBlock } from './dense-layers.ts'

/** netCorr with the whole 4096 × 4096 matrix: pictures and channel maps [1,…,256,256] → warp [1,3,256,256]. */
export function denseCorrespondence(
  graph: GraphBuilder,
  exemplar: Value,
  condition: Value,
  exemplarMixture: Value | undefined,
  { variant, widths, correspondence: source }: OfficialNetworks,
): Value {
  const { task } = variant
  const network = { task, widths }
  const descriptors = (features: Value, mixture: Value | undefined, part: 'theta' | 'phi', length: number): Value => {
    const mixed = mixture === undefined ? features : concatenate(graph, [features, mixture], 1)
    return matchingDescriptors(graph, matchingFeatures(graph, mixed, part, widths.matching, source), length)
  }
  const grid = stride(graph, condition, side(condition, 2) / GRID_SIDE)
  const layoutFeatures = plainAdaptor(graph, condition, conditionAdaptor(network), source)
  const exemplarFeatures = plainAdaptor(graph, exemplar, exemplarAdaptor(network), source)
  const theta = descriptors(layoutFeatures, task.maskmix ? grid : undefined, 'theta', 1 / TEMPERATURE)
  const phi = descriptors(exemplarFeatures, exemplarMixture, 'phi', 1)
  const logits = matrixProduct(graph, theta, transpose(graph, phi, [0, 2, 1]))
  if (side(logits, 1) !== GRID_POSITIONS) throw new RangeError('the matrix is not 4096 × 4096')
  const colours = matrixProduct(graph, softmax(graph, logits), exemplarColours(graph, exemplar, task.warp))
  return warpedPicture(graph, colours, task.warp)
}

function plainAdaptor(graph: GraphBuilder, input: Value, adaptor: Adaptor, source: TensorSource): Value {
  let features = input
  for (const [index, { name, channelsIn, channelsOut, kernel, stride }] of adaptorLayers(adaptor).entries()) {
    const filters = graph.weight(spectralWeight(source, name, [channelsOut, channelsIn, kernel, kernel]))
    const activated = index === 0 ? features : leakyRectify(graph, features, LEAK)
    const convolved = convolution(graph, activated, filters, undefined, { padding: 1, stride })
    features = instanceNormalisation(graph, convolved)
  }
  for (const block of adaptorBlocks(adaptor)) features = plainSpadeBlock(graph, features, input, block, source)
  return divide(graph, features, squareRoot(graph, sumOfSquares(graph, features, 1)))
}
