import { exemplarAdaptor } from '../../architecture/correspondence-network.ts'
import { conditionChannels, conditionInput } from '../conditions/condition-input.ts'
import { denseMap, PICTURE_SIDE } from '../conditions/modulating-map.ts'
import { GraphBuilder } from '../graph-builder.ts'
import { domainAdaptor } from '../layers/domain-adaptor.ts'
import { GRID_SIDE, matchingDescriptors, matchingFeatures } from '../layers/matching-descriptors.ts'
import { exemplarColours } from '../layers/warp.ts'
import type { GraphModel, Value } from '../onnx/graph-model.ts'
import { multiply } from '../operators/arithmetic.ts'
import { concatenate } from '../operators/shaping.ts'
import type { OfficialNetworks } from './official-networks.ts'

/** Standard deviation of the noise that stands for the exemplar's labels in the noise_for_mask checkpoint. */
export const MASK_NOISE_SCALE = 0.01

/**
 * Everything that depends on the exemplar alone. Inputs `exemplar` [1,3,256,256] and, by variant, `exemplar_condition` or
 * `noise` (standard normal [1,C,64,64]); outputs `exemplar_descriptors` [1,4096,9·matching] of unit length and
 * `exemplar_colours` [1,4096,3|48].
 */
export function exemplarEncoder(networks: OfficialNetworks): GraphModel {
  const { variant, widths, correspondence, precision } = networks
  const { task } = variant
  const graph = new GraphBuilder('exemplar', precision)
  const exemplar = graph.input('exemplar', 'float32', [1, 3, PICTURE_SIDE, PICTURE_SIDE])
  const network = { task, widths }
  const features = domainAdaptor(graph, denseMap(graph, exemplar), exemplarAdaptor(network), correspondence)
  const mixture = exemplarMixture(graph, networks)
  const mixed = mixture === undefined ? features : concatenate(graph, [features, mixture], 1)
  const matching = matchingFeatures(graph, mixed, 'phi', widths.matching, correspondence)
  graph.output('exemplar_descriptors', matchingDescriptors(graph, matching, 1))
  graph.output('exemplar_colours', exemplarColours(graph, exemplar, task.warp))
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
