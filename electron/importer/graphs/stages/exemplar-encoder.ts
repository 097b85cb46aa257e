import { exemplarAdaptor } from '../../architecture/correspondence-network.ts'
import { conditionChannels, conditionInput } from '../conditions/condition-input.ts'
import { denseMap, PICTURE_SIDE } from '../conditions/modulating-map.ts'
import { GraphBuilder } from '../graph-builder.ts'
import { domainAdaptor } from '../layers/domain-adaptor.ts'
import { sequence } from '../layers/grid-sequence.ts'
import { matchTerms } from '../layers/match-terms.ts'
import { matchingFeatures } from '../layers/matching-features.ts'
import { GRID_SIDE } from '../layers/matching-grid.ts'
import { exemplarColours } from '../layers/warp.ts'
import type { GraphModel, Value } from '../onnx/graph-model.ts'
import { multiply } from '../operators/arithmetic.ts'
import { transpose } from '../operators/shaping.ts'
import type { OfficialNetworks } from './official-networks.ts'

/** Standard deviation of the noise that stands for the exemplar's labels in the noise_for_mask checkpoint. */
export const MASK_NOISE_SCALE = 0.01

/**
 * Everything that depends on the exemplar alone. Inputs `exemplar` [1,3,256,256] and, by variant, `exemplar_condition` or
 * `noise` (standard normal [1,C,64,64]); outputs are its match terms (see match-terms.ts) for descriptors of unit length,
 * `exemplar_shapes` [matching,SEQUENCE_WITH_MARGINS], `exemplar_levels` [10,SEQUENCE] and `exemplar_scales` [1,SEQUENCE],
 * and `exemplar_colours` [SEQUENCE,3|48].
 */
export function exemplarEncoder(networks: OfficialNetworks): GraphModel {
  const { variant, widths, correspondence, precision } = networks
  const { task } = variant
  const graph = new GraphBuilder('exemplar', precision)
  const exemplar = graph.input('exemplar', 'float32', [1, 3, PICTURE_SIDE, PICTURE_SIDE])
  const network = { task, widths }
  const features = domainAdaptor(graph, denseMap(graph, exemplar), exemplarAdaptor(network), correspondence)
  const matching = matchingFeatures(graph, features, exemplarMixture(graph, networks), 'phi', networks)
  const { shapes, levels, scales } = matchTerms(graph, matching, { length: 1, last: 'no match where empty' })
  graph.output('exemplar_shapes', shapes)
  graph.output('exemplar_levels', levels)
  graph.output('exemplar_scales', scales)
  const colours = sequence(graph, exemplarColours(graph, exemplar, task.warp))
  graph.output('exemplar_colours', transpose(graph, colours, [1, 0]))
  return graph.build()
}

function exemplarMixture(graph: GraphBuilder, { variant }: OfficialNetworks): Value | undefined {
  const { task, exemplarMixture: mixture } = variant
  switch (mixture) {
    case 'none':
      return undefined
    case 'condition':
      return conditionChannels(graph, conditionInput(graph, 'exemplar_condition', task), task, GRID_SIDE)
    case 'noise': {
      const noise = graph.input('noise', 'float32', [1, task.conditionChannels, GRID_SIDE, GRID_SIDE])
      return multiply(graph, noise, graph.floats([MASK_NOISE_SCALE], []))
    }
  }
}
