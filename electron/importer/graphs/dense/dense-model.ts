import { conditionChannels, conditionInput } from '../conditions/condition-input.ts'
import { PICTURE_SIDE } from '../conditions/modulating-map.ts'
import { GraphBuilder } from '../graph-builder.ts'
import { GRID_SIDE } from '../layers/matching-grid.ts'
import type { GraphModel, Value } from '../onnx/graph-model.ts'
import { multiply } from '../operators/arithmetic.ts'
import { MASK_NOISE_SCALE } from '../stages/exemplar-encoder.ts'
import type { OfficialNetworks } from '../stages/official-networks.ts'
import { denseCorrespondence } from './dense-correspondence.ts'
import { denseGenerator } from './dense-generator.ts'

/**
 * Both networks as one graph, node by node as the description has them: no classes left out, nothing folded but
 * spectral norms, no matrix avoided. The self-test and the bench compare the stages with it.
 */
export function denseModel(networks: OfficialNetworks): GraphModel {
  const { task, exemplarMixture: mixture } = networks.variant
  const graph = new GraphBuilder('dense', networks.precision)
  const exemplar = graph.input('exemplar', 'float32', [1, 3, PICTURE_SIDE, PICTURE_SIDE])
  const condition = conditionChannels(graph, conditionInput(graph, 'condition', task), task, PICTURE_SIDE)
  const mixtures: Record<typeof mixture, () => Value | undefined> = {
    none: () => undefined,
    condition: () => conditionChannels(graph, conditionInput(graph, 'exemplar_condition', task), task, GRID_SIDE),
    noise: () => {
      const noise = graph.input('noise', 'float32', [1, task.conditionChannels, GRID_SIDE, GRID_SIDE])
      return multiply(graph, noise, graph.floats([MASK_NOISE_SCALE], []))
    },
  }
  const warp = denseCorrespondence(graph, exemplar, condition, mixtures[mixture](), networks)
  graph.output('warp', warp)
  graph.output('picture', denseGenerator(graph, warp, condition, networks))
  return graph.build()
}
