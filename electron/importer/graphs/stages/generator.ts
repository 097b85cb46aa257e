import {
  attentionConvolutions,
  generatorBlocks,
  pictureConvolution,
  seedConvolution,
} from '../../architecture/generator-network.ts'
import { conditionInput, conditionMapWithPicture } from '../conditions/condition-input.ts'
import { PICTURE_SIDE } from '../conditions/modulating-map.ts'
import { GraphBuilder } from '../graph-builder.ts'
import { selfAttention } from '../layers/self-attention.ts'
import { LEAK, spadeBlock } from '../layers/spade-block.ts'
import type { GraphModel, Value } from '../onnx/graph-model.ts'
import { leakyRectify } from '../operators/arithmetic.ts'
import { convolution, enlarge } from '../operators/convolution.ts'
import { storedWeight } from '../weights/weight.ts'
import type { OfficialNetworks } from './official-networks.ts'

/** Side of the smallest feature map. */
const SEED_SIDE = PICTURE_SIDE / 32

/** netG: inputs `warp` [1,3,256,256] and `condition`; output `picture` [1,3,256,256] in −1..1. */
export function generator({ variant, generatorWidths, generator: source, precision }: OfficialNetworks): GraphModel {
  const { task } = variant
  const graph = new GraphBuilder('generate', precision)
  const warp = graph.input('warp', 'float32', [1, 3, PICTURE_SIDE, PICTURE_SIDE])
  const map = conditionMapWithPicture(graph, warp, conditionInput(graph, 'condition', task))
  const network = { task, widths: generatorWidths }
  const convolve = (value: Value, plan: ReturnType<typeof seedConvolution>, fit: (filters: Value) => Value): Value => {
    const { name, channelsOut, channelsIn, kernel } = plan
    const filters = graph.weight(storedWeight(source, `${name}.weight`, [channelsOut, channelsIn, kernel, kernel]))
    const bias = graph.weight(storedWeight(source, `${name}.bias`, [channelsOut]))
    return convolution(graph, value, fit(filters), bias, { padding: 1 })
  }

  let features = convolve(map.at(SEED_SIDE), seedConvolution(network), map.filters)
  for (const block of generatorBlocks(network)) {
    if (block.name === 'up_2') {
      const enlarged = enlarge(graph, features, 2, 'nearest')
      features = selfAttention(graph, enlarged, attentionConvolutions(network), source)
    }
    features = spadeBlock(graph, features, map, block, source, { doubling: DOUBLING_BLOCKS.has(block.name) })
  }
  const rectified = leakyRectify(graph, features, LEAK)
  const picture = convolve(rectified, pictureConvolution(network), (filters) => filters)
  graph.output('picture', graph.node('Tanh', [picture], 'float32', picture.shape))
  return graph.build()
}

/** Blocks whose input is the output before them at twice the size. up_2's is enlarged before the attention. */
const DOUBLING_BLOCKS: ReadonlySet<string> = new Set(['G_middle_0', 'up_0', 'up_1', 'up_3'])
