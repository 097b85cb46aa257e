import { adaptorBlocks, adaptorLayers, type Adaptor } from '../../architecture/adaptor.ts'
import type { ModulatingMap } from '../conditions/modulating-map.ts'
import { PICTURE_SIDE } from '../conditions/modulating-map.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { channelSum, divide, leakyRectify, multiply, squareRoot } from '../operators/arithmetic.ts'
import { convolution, instanceNormalisation } from '../operators/convolution.ts'
import { spectralWeight } from '../weights/spectral-weight.ts'
import type { TensorSource } from '../weights/weight.ts'
import { centred } from './positional-normalisation.ts'
import { LEAK, spadeBlock } from './spade-block.ts'

/** A domain adaptor and the L2 normalisation after it: `map` → [1,4·base,64,64] of unit length over channels. */
export function domainAdaptor(graph: GraphBuilder, map: ModulatingMap, adaptor: Adaptor, source: TensorSource): Value {
  let features = map.at(PICTURE_SIDE)
  for (const [index, layer] of adaptorLayers(adaptor).entries()) {
    const shape = [layer.channelsOut, layer.channelsIn, layer.kernel, layer.kernel]
    const weight = spectralWeight(source, layer.name, shape)
    const input = index === 0 ? features : leakyRectify(graph, features, LEAK)
    const filters = index === 0 ? map.filters(weight) : graph.weight(weight)
    const options = { padding: 1, stride: layer.stride }
    features = instanceNormalisation(graph, convolution(graph, input, filters, undefined, options))
  }
  features = centred(graph, features)
  const blocks = adaptorBlocks(adaptor)
  for (const block of blocks)
    features = spadeBlock(graph, features, map, block, source, { centredOutput: block !== blocks.at(-1) })
  return divide(graph, features, squareRoot(graph, channelSum(graph, multiply(graph, features, features), 1)))
}
