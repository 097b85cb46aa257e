import {
  attentionConvolutions,
  generatorBlocks,
  pictureConvolution,
  seedConvolution,
} from '../../architecture/generator-network.ts'
import { conditionInput, conditionMapWithPicture } from '../conditions/condition-input.ts'
import { PICTURE_SIDE } from '../conditions/modulating-map.ts'
import { GraphBuilder } from '../graph-builder.ts'
import { centred } from '../layers/positional-normalisation.ts'
import { selfAttention } from '../layers/self-attention.ts'
import { LEAK, spadeBlock, type BlockPlace } from '../layers/spade-block.ts'
import type { GraphModel } from '../onnx/graph-model.ts'
import { leakyRectify } from '../operators/arithmetic.ts'
import { convolution } from '../operators/convolution.ts'
import { centredWeight } from '../weights/centred-weight.ts'
import { storedWeight } from '../weights/weight.ts'
import type { OfficialNetworks } from './official-networks.ts'

/** Side of the smallest feature map. */
const SEED_SIDE = PICTURE_SIDE / 32

/** netG: inputs `warp` [1,3,256,256] and `condition`; output `picture` [1,3,256,256] in −1..1. */
export function generator({ variant, generatorWidths, generator: source, precision }: OfficialNetworks): GraphModel {
  const { task } = variant
  const graph = new GraphBuilder('generate', precision, true)
  const warp = graph.input('warp', 'float32', [1, 3, PICTURE_SIDE, PICTURE_SIDE])
  const map = conditionMapWithPicture(graph, warp, conditionInput(graph, 'condition', task))
  const network = { task, widths: generatorWidths }

  const seed = seedConvolution(network)
  const seedShape = [seed.channelsOut, seed.channelsIn, seed.kernel, seed.kernel]
  const seedFilters = map.filters(centredWeight(storedWeight(source, `${seed.name}.weight`, seedShape)))
  const seedBias = graph.weight(centredWeight(storedWeight(source, `${seed.name}.bias`, [seed.channelsOut])))
  let features = convolution(graph, map.at(SEED_SIDE), seedFilters, seedBias, { padding: 1 })
  for (const block of generatorBlocks(network)) {
    features = spadeBlock(graph, features, map, block, source, PLACES[block.name] ?? { centredOutput: true })
    if (block.name === BEFORE_ATTENTION)
      features = centred(graph, selfAttention(graph, features, attentionConvolutions(network), source))
  }
  const rectified = leakyRectify(graph, features, LEAK)
  const { name, channelsOut, channelsIn, kernel } = pictureConvolution(network)
  const filters = graph.weight(storedWeight(source, `${name}.weight`, [channelsOut, channelsIn, kernel, kernel]))
  const bias = graph.weight(storedWeight(source, `${name}.bias`, [channelsOut]))
  const picture = convolution(graph, rectified, filters, bias, { padding: 1 })
  graph.output('picture', graph.node('Tanh', [picture], 'float32', picture.shape))
  return graph.build()
}

/** The attention stands between up_1 and the doubling before up_2: it gives the same on either side of that. */
const BEFORE_ATTENTION = 'up_1'

/** Every block's input but the first's and G_middle_1's is the output before it at twice the size. */
const PLACES: Readonly<Record<string, BlockPlace>> = {
  G_middle_0: { doubling: true, centredOutput: true },
  up_0: { doubling: true, centredOutput: true },
  up_1: { doubling: true },
  up_2: { doubling: true, centredOutput: true },
  up_3: { doubling: true },
}
