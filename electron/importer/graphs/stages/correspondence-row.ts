import { GraphBuilder } from '../graph-builder.ts'
import { GRID_POSITIONS, GRID_SIDE } from '../layers/matching-descriptors.ts'
import type { GraphModel } from '../onnx/graph-model.ts'
import { matrixProduct, softmax } from '../operators/arithmetic.ts'
import { gather, reshape, transpose } from '../operators/shaping.ts'
import type { OfficialNetworks } from './official-networks.ts'

/**
 * Where one layout position takes its colours from: inputs both encoders' descriptors and `query` int64 [1], a flat index
 * into the 64×64 grid; output `heat` [1,1,64,64], which sums to 1.
 */
export function correspondenceRow({ widths, precision }: OfficialNetworks): GraphModel {
  const graph = new GraphBuilder('correspondence', precision)
  const shape = [1, GRID_POSITIONS, 9 * widths.matching]
  const layout = graph.input('layout_descriptors', 'float32', shape)
  const exemplar = graph.input('exemplar_descriptors', 'float32', shape)
  const query = graph.input('query', 'int64', [1])
  const descriptor = gather(graph, layout, query, 1)
  const row = softmax(graph, matrixProduct(graph, descriptor, transpose(graph, exemplar, [0, 2, 1])))
  graph.output('heat', reshape(graph, row, [1, 1, GRID_SIDE, GRID_SIDE]))
  return graph.build()
}
