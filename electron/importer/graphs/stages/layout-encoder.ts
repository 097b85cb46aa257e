import { conditionAdaptor } from '../../architecture/correspondence-network.ts'
import { conditionChannels, conditionInput, conditionMap } from '../conditions/condition-input.ts'
import { GraphBuilder } from '../graph-builder.ts'
import { domainAdaptor } from '../layers/domain-adaptor.ts'
import { GRID_SIDE, matchingDescriptors, matchingFeatures, TEMPERATURE } from '../layers/matching-descriptors.ts'
import type { GraphModel } from '../onnx/graph-model.ts'
import { concatenate } from '../operators/shaping.ts'
import type { OfficialNetworks } from './official-networks.ts'

/**
 * Everything that depends on the condition alone. Input `condition`; output `layout_descriptors` [1,4096,9·matching] of
 * length 1 / temperature, so that their products with the exemplar's are the logits.
 */
export function layoutEncoder({ variant, widths, correspondence, precision }: OfficialNetworks): GraphModel {
  const { task } = variant
  const graph = new GraphBuilder('layout', precision)
  const condition = conditionInput(graph, 'condition', task)
  const network = { task, widths }
  const features = domainAdaptor(graph, conditionMap(graph, condition), conditionAdaptor(network), correspondence)
  const mixed = task.maskmix
    ? concatenate(graph, [features, conditionChannels(graph, condition, task, GRID_SIDE)], 1)
    : features
  const matching = matchingFeatures(graph, mixed, 'theta', widths.matching, correspondence)
  graph.output('layout_descriptors', matchingDescriptors(graph, matching, 1 / TEMPERATURE))
  return graph.build()
}
