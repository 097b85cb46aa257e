import type { OfficialTask } from '../../architecture/official-task.ts'
import { conditionEncoding, conditionInput } from '../conditions/condition-input.ts'
import { labelMap, oneHot } from '../conditions/label-map.ts'
import { PICTURE_SIDE } from '../conditions/modulating-map.ts'
import { GraphBuilder } from '../graph-builder.ts'
import { GRID_POSITIONS, GRID_SIDE } from '../layers/matching-descriptors.ts'
import { warpedPicture } from '../layers/warp.ts'
import type { GraphModel, Value } from '../onnx/graph-model.ts'
import { divide, matrixProduct, multiply, softmax, sum } from '../operators/arithmetic.ts'
import { concatenate, reshape, side, slice, stride, transpose } from '../operators/shaping.ts'
import type { OfficialNetworks } from './official-networks.ts'

/** Layout positions are matched in this many groups: only one group's rows of the matrix exist at a time. */
const GROUPS = 8

/** Classes of layout and exemplar as channels over the grid, each [1,4096,K]. */
interface GridClasses {
  readonly layout: Value
  readonly exemplar: Value
}

/**
 * Matches and warps. Inputs are both encoders' outputs and, where both sides have labels, both conditions; outputs `warp`
 * [1,3,256,256] and then also `confidence` [1,1,64,64]: the weight of matches whose exemplar class is the layout's.
 */
export function match({ variant, widths, precision }: OfficialNetworks): GraphModel {
  const { task } = variant
  const graph = new GraphBuilder('match', precision)
  const channels = 9 * widths.matching
  const layout = graph.input('layout_descriptors', 'float32', [1, GRID_POSITIONS, channels])
  const exemplar = graph.input('exemplar_descriptors', 'float32', [1, GRID_POSITIONS, channels])
  const colourChannels = task.warp === 'patch' ? 48 : 3
  const colours = graph.input('exemplar_colours', 'float32', [1, GRID_POSITIONS, colourChannels])
  const labelled = task.id === 'ade20k' || task.id === 'celebahq'
  const classes = labelled && variant.exemplarMixture === 'condition' ? gridClasses(graph, task) : undefined

  const values = classes === undefined ? colours : concatenate(graph, [colours, classes.exemplar], 2)
  const warped = matched(graph, layout, exemplar, values)
  const matchedColours = classes === undefined ? warped : slice(graph, warped, 2, 0, colourChannels)
  graph.output('warp', warpedPicture(graph, matchedColours, task.warp))
  if (classes !== undefined) graph.output('confidence', confidence(graph, warped, classes.layout, colourChannels))
  return graph.build()
}

/** softmax(layout·exemplarᵀ)·values, [1,4096,channels of values]. */
function matched(graph: GraphBuilder, layout: Value, exemplar: Value, values: Value): Value {
  const size = GRID_POSITIONS / GROUPS
  // onnxruntime takes the transposition into the product.
  const transposed = transpose(graph, exemplar, [0, 2, 1])
  const groups = Array.from({ length: GROUPS }, (_, index) => {
    const positions = slice(graph, layout, 1, index * size, (index + 1) * size)
    const logits = matrixProduct(graph, positions, transposed)
    return matrixProduct(graph, softmax(graph, logits), values)
  })
  return concatenate(graph, groups, 1)
}

function gridClasses(graph: GraphBuilder, task: OfficialTask): GridClasses {
  const condition = conditionInput(graph, 'condition', task)
  const exemplarCondition = conditionInput(graph, 'exemplar_condition', task)
  const overGrid = (channels: Value): Value => {
    const flat = reshape(graph, channels, [1, channels.shape[1] ?? 1, GRID_POSITIONS])
    return transpose(graph, flat, [0, 2, 1])
  }
  if (conditionEncoding(task) === 'index') {
    const { present } = labelMap(graph, condition)
    const channels = (labels: Value): Value => overGrid(oneHot(graph, labels, present, GRID_SIDE))
    return { layout: channels(condition), exemplar: channels(exemplarCondition) }
  }
  const channels = (masks: Value): Value => overGrid(stride(graph, masks, PICTURE_SIDE / GRID_SIDE))
  return { layout: channels(condition), exemplar: channels(exemplarCondition) }
}

function confidence(graph: GraphBuilder, warped: Value, layout: Value, colourChannels: number): Value {
  const every = Number.MAX_SAFE_INTEGER
  const bounds = [[colourChannels], [every], [2]].map((numbers) => graph.integers(numbers))
  const warpedClasses = graph.node('Slice', [warped, ...bounds], 'float32', layout.shape)
  const agreeing = sum(graph, multiply(graph, warpedClasses, layout), 2)
  const share = divide(graph, agreeing, sum(graph, layout, 2))
  return reshape(graph, share, [1, 1, GRID_SIDE, side(share, 1) / GRID_SIDE])
}
