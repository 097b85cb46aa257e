import type { WarpMethod } from '../../architecture/official-task.ts'
import { PICTURE_SIDE } from '../conditions/modulating-map.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { averagePool, enlarge } from '../operators/convolution.ts'
import { reshape, transpose } from '../operators/shaping.ts'
import { GRID_SIDE, GRID_STRIDE } from './matching-grid.ts'

/** What each exemplar position hands over: its mean colour [1,3,64,64], or its 4×4 patch [1,48,64,64]. */
export function exemplarColours(graph: GraphBuilder, exemplar: Value, method: WarpMethod): Value {
  if (method !== 'patch') return averagePool(graph, exemplar, GRID_STRIDE)
  const cells = reshape(graph, exemplar, [3, GRID_SIDE, GRID_STRIDE, GRID_SIDE, GRID_STRIDE])
  const ordered = transpose(graph, cells, [0, 2, 4, 1, 3])
  return reshape(graph, ordered, [1, 3 * GRID_STRIDE * GRID_STRIDE, GRID_SIDE, GRID_SIDE])
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
