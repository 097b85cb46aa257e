import type { OfficialTask } from '../../architecture/official-task.ts'
import { conditionEncoding, conditionInput } from '../conditions/condition-input.ts'
import { labelMap, oneHot } from '../conditions/label-map.ts'
import { PICTURE_SIDE } from '../conditions/modulating-map.ts'
import { GraphBuilder } from '../graph-builder.ts'
import { gridPositions, sequence, SEQUENCE, SEQUENCE_WITH_MARGINS } from '../layers/grid-sequence.ts'
import { matchLogits, type MatchSides } from '../layers/match-logits.ts'
import { GRID_SIDE } from '../layers/matching-grid.ts'
import { warpedPicture } from '../layers/warp.ts'
import type { GraphModel, Value } from '../onnx/graph-model.ts'
import { divide, matrixProduct, multiply, softmax, sum } from '../operators/arithmetic.ts'
import { concatenate, reshape, side, slice, stride, transpose } from '../operators/shaping.ts'
import type { OfficialNetworks } from './official-networks.ts'

/** Layout positions are matched in this many groups: only one group's rows of the matrix exist at a time. */
const GROUPS = 8

/** Classes of layout and exemplar as channels over the grid, each [SEQUENCE,K]. */
interface GridClasses {
  readonly layout: Value
  readonly exemplar: Value
}

/** Declares the inputs that both encoders give. */
export function matchSides(graph: GraphBuilder, { widths }: OfficialNetworks): MatchSides {
  const { matching } = widths
  return {
    layout: {
      shapes: graph.input('layout_shapes', 'float32', [SEQUENCE_WITH_MARGINS, matching]),
      levels: graph.input('layout_levels', 'float32', [SEQUENCE, 10]),
      scales: graph.input('layout_scales', 'float32', [SEQUENCE, 1]),
    },
    exemplar: {
      shapes: graph.input('exemplar_shapes', 'float32', [matching, SEQUENCE_WITH_MARGINS]),
      levels: graph.input('exemplar_levels', 'float32', [10, SEQUENCE]),
      scales: graph.input('exemplar_scales', 'float32', [1, SEQUENCE]),
    },
  }
}

/**
 * Matches and warps. Inputs are both encoders' outputs and, where both sides have labels, both conditions; outputs `warp`
 * [1,3,256,256] and then also `confidence` [1,1,64,64]: the weight of matches whose exemplar class is the layout's.
 */
export function match(networks: OfficialNetworks): GraphModel {
  const { variant, precision } = networks
  const { task } = variant
  const graph = new GraphBuilder('match', precision)
  const sides = matchSides(graph, networks)
  const colourChannels = task.warp === 'patch' ? 48 : 3
  const colours = graph.input('exemplar_colours', 'float32', [SEQUENCE, colourChannels])
  const labelled = task.id === 'ade20k' || task.id === 'celebahq'
  const classes = labelled && variant.exemplarMixture === 'condition' ? gridClasses(graph, task) : undefined

  const values = classes === undefined ? colours : concatenate(graph, [colours, classes.exemplar], 1)
  const warped = gridPositions(graph, matched(graph, sides, values))
  const matchedColours = classes === undefined ? warped : slice(graph, warped, 2, 0, colourChannels)
  graph.output('warp', warpedPicture(graph, matchedColours, task.warp))
  if (classes !== undefined)
    graph.output('confidence', confidence(graph, warped, gridPositions(graph, classes.layout), colourChannels))
  return graph.build()
}

/** softmax(logits)·values, [SEQUENCE,channels of values]. */
function matched(graph: GraphBuilder, sides: MatchSides, values: Value): Value {
  const size = SEQUENCE / GROUPS
  const groups = Array.from({ length: GROUPS }, (_, index) =>
    matrixProduct(graph, softmax(graph, matchLogits(graph, sides, index * size, size)), values),
  )
  return concatenate(graph, groups, 0)
}

function gridClasses(graph: GraphBuilder, task: OfficialTask): GridClasses {
  const condition = conditionInput(graph, 'condition', task)
  const exemplarCondition = conditionInput(graph, 'exemplar_condition', task)
  const overGrid = (channels: Value): Value => transpose(graph, sequence(graph, channels), [1, 0])
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
