import type { WarpMethod } from '../../architecture/official-task.ts'
import { PICTURE_SIDE } from '../conditions/modulating-map.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { averagePool, enlarge } from '../operators/convolution.ts'
import { reshape, transpose } from '../operators/shaping.ts'
import { GRID_POSITIONS, GRID_SIDE } from './matching-descriptors.ts'

/** Picture pixels per grid cell and side. */
export const GRID_STRIDE = PICTURE_SIDE / GRID_SIDE

/** What each exemplar position hands over: its mean colour [1,4096,3], or its 4×4 patch [1,4096,48]. */
export function exemplarColours(graph: GraphBuilder, exemplar: Value, method: WarpMethod): Value {
  if (method === 'patch') {
    const cells = reshape(graph, exemplar, [3, GRID_SIDE, GRID_STRIDE, GRID_SIDE, GRID_STRIDE])
    const ordered = transpose(graph, cells, [1, 3, 0, 2, 4])
    return reshape(graph, ordered, [1, GRID_POSITIONS, 3 * GRID_STRIDE * GRID_STRIDE])
  }
  const means = reshape(graph, averagePool(graph, exemplar, GRID_STRIDE), [1, 3, GRID_POSITIONS])
  return transpose(graph, means, [0, 2, 1])
}

/** Matched colours, [1,4096,3] or [1,4096,48], as the warped picture [1,3,256,256]. */
export function warpedPicture(graph: GraphBuilder, colours: Value, method: WarpMethod): Value {
  if (method === 'patch') {
    const cells = reshape(graph, colours, [GRID_SIDE, GRID_SIDE, 3, GRID_STRIDE, GRID_STRIDE])
    return reshape(graph, transpose(graph, cells, [2, 0, 3, 1, 4]), [1, 3, PICTURE_SIDE, PICTURE_SIDE])
  }
  const grid = reshape(graph, transpose(graph, colours, [0, 2, 1]), [1, 3, GRID_SIDE, GRID_SIDE])
  return enlarge(graph, grid, GRID_STRIDE, method === 'average-nearest' ? 'nearest' : 'linear')
}
