import { conditionAdaptor } from '../../architecture/correspondence-network.ts'
import { conditionChannels, conditionInput, conditionMap } from '../conditions/condition-input.ts'
import { GraphBuilder } from '../graph-builder.ts'
import { domainAdaptor } from '../layers/domain-adaptor.ts'
import { matchTerms } from '../layers/match-terms.ts'
import { matchingFeatures } from '../layers/matching-features.ts'
import { GRID_SIDE, TEMPERATURE } from '../layers/matching-grid.ts'
import type { GraphModel } from '../onnx/graph-model.ts'
import { transpose } from '../operators/shaping.ts'
import type { OfficialNetworks } from './official-networks.ts'

/**
 * Everything that depends on the condition alone. Input `condition`; outputs are its match terms (see match-terms.ts) by
 * position: `layout_shapes` [SEQUENCE_WITH_MARGINS,matching], `layout_levels` [SEQUENCE,10] and `layout_scales`
 * [SEQUENCE,1], for descriptors of length 1 / temperature, so that their products with the exemplar's are the logits.
 */
export function layoutEncoder(networks: OfficialNetworks): GraphModel {
  const { variant, widths, correspondence, precision } = networks
  const { task } = variant
  const graph = new GraphBuilder('layout', precision, true)
  const condition = conditionInput(graph, 'condition', task)
  const adaptor = conditionAdaptor({ task, widths })
  const features = domainAdaptor(graph, conditionMap(graph, condition), adaptor, correspondence)
  const mixture = task.maskmix ? conditionChannels(graph, condition, task, GRID_SIDE) : undefined
  const matching = matchingFeatures(graph, features, mixture, 'theta', networks)
  const { shapes, levels, scales } = matchTerms(graph, matching, { length: 1 / TEMPERATURE, last: 'one' })
  graph.output('layout_shapes', transpose(graph, shapes, [1, 0]))
  graph.output('layout_levels', transpose(graph, levels, [1, 0]))
  graph.output('layout_scales', transpose(graph, scales, [1, 0]))
  return graph.build()
}
