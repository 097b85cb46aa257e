import { GraphBuilder } from '../graph-builder.ts'
import { gridPositions, NEIGHBOUR_PLACES, SEQUENCE } from '../layers/grid-sequence.ts'
import { GRID_SIDE } from '../layers/matching-grid.ts'
import type { GraphModel } from '../onnx/graph-model.ts'
import { add, divide, matrixProduct, multiply, softmax } from '../operators/arithmetic.ts'
import { gather, reshape, transpose, window } from '../operators/shaping.ts'
import { matchSides } from './match.ts'
import type { OfficialNetworks } from './official-networks.ts'

/**
 * Where one layout position takes its colours from: inputs both encoders' match terms and `query` int64 [1], a flat index
 * into the 64×64 grid; output `heat` [1,1,64,64], which sums to 1.
 */
export function correspondenceRow(networks: OfficialNetworks): GraphModel {
  const graph = new GraphBuilder('correspondence', networks.precision)
  const { layout, exemplar } = matchSides(graph, networks)
  const query = graph.input('query', 'int64', [1])
  // A row of the grid is followed by an empty position.
  const place = add(graph, query, divide(graph, query, graph.integers([GRID_SIDE])))
  const neighbours = add(graph, graph.integers(NEIGHBOUR_PLACES), place)
  const products = matrixProduct(graph, gather(graph, layout.shapes, neighbours, 0), exemplar.shapes)
  const shapes = NEIGHBOUR_PLACES.map((start, row) => window(graph, products, [row, start], [1, SEQUENCE]))
  const levels = matrixProduct(graph, gather(graph, layout.levels, place, 0), exemplar.levels)
  const sums = graph.node('Sum', [levels, ...shapes], 'float32', [1, SEQUENCE])
  const scales = multiply(graph, gather(graph, layout.scales, place, 0), exemplar.scales)
  const row = softmax(graph, multiply(graph, sums, scales))
  const positions = gridPositions(graph, transpose(graph, row, [1, 0]))
  graph.output('heat', reshape(graph, positions, [1, 1, GRID_SIDE, GRID_SIDE]))
  return graph.build()
}
