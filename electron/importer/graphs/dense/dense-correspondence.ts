import { adaptorBlocks, adaptorLayers, type Adaptor } from '../../architecture/adaptor.ts'
import { conditionAdaptor, exemplarAdaptor } from '../../architecture/correspondence-network.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import { GRID_POSITIONS, GRID_SIDE, TEMPERATURE } from '../layers/matching-grid.ts'
import { LEAK } from '../layers/spade-block.ts'
import { exemplarColours, warpedPicture } from '../layers/warp.ts'
import type { Value } from '../onnx/graph-model.ts'
import { divide, leakyRectify, matrixProduct, softmax, squareRoot, sumOfSquares } from '../operators/arithmetic.ts'
import { convolution, instanceNormalisation } from '../operators/convolution.ts'
import { reshape, side, stride, transpose } from '../operators/shaping.ts'
import type { OfficialNetworks } from '../stages/official-networks.ts'
import { spectralWeight } from '../weights/spectral-weight.ts'
import type { TensorSource } from '../weights/weight.ts'
import { denseDescriptors } from './dense-descriptors.ts'
import { plainSpadeBlock } from './dense-layers.ts'

/** netCorr with the whole 4096 × 4096 matrix: pictures and channel maps [1,…,256,256] → warp [1,3,256,256]. */
export function denseCorrespondence(
  graph: GraphBuilder,
  exemplar: Value,
  condition: Value,
  exemplarMixture: Value | undefined,
  networks: OfficialNetworks,
): Value {
  const { variant, widths, correspondence: source } = networks
  const { task } = variant
  const network = { task, widths }
  const grid = task.maskmix ? stride(graph, condition, side(condition, 2) / GRID_SIDE) : undefined
  const layoutFeatures = plainAdaptor(graph, condition, conditionAdaptor(network), source)
  const exemplarFeatures = plainAdaptor(graph, exemplar, exemplarAdaptor(network), source)
  const theta = denseDescriptors(graph, layoutFeatures, grid, 'theta', networks)
  const phi = denseDescriptors(graph, exemplarFeatures, exemplarMixture, 'phi', networks)
  const products = matrixProduct(graph, transpose(graph, theta, [0, 2, 1]), phi)
  const weights = softmax(graph, divide(graph, products, graph.floats([TEMPERATURE], [])))
  const flat = reshape(graph, exemplarColours(graph, exemplar, task.warp), [
    1,
    task.warp === 'patch' ? 48 : 3,
    GRID_POSITIONS,
  ])
  const colours = matrixProduct(graph, weights, transpose(graph, flat, [0, 2, 1]))
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
