import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { concatenate, reshape, slice } from '../operators/shaping.ts'
import { GRID_POSITIONS, GRID_SIDE } from './matching-grid.ts'

/**
 * The grid's positions row by row with one empty position after each row: the neighbour of a border position is then an
 * empty position too, and the nine neighbours of every position stand at fixed distances.
 */
const ROW = GRID_SIDE + 1
export const SEQUENCE = GRID_SIDE * ROW

/** Empty positions before and after, for the neighbours of the first and the last row. */
const MARGIN = ROW + 1
export const SEQUENCE_WITH_MARGINS = SEQUENCE + 2 * MARGIN

/** Distance to the next neighbour in a row, and to the one below. */
export const NEIGHBOUR_STEPS = { right: 1, down: ROW } as const

/** Where position 0's neighbours stand in a sequence with margins; position i's stand i further on. */
export const NEIGHBOUR_PLACES: readonly number[] = [0, 1, 2].flatMap((row) =>
  [0, 1, 2].map((column) => row * NEIGHBOUR_STEPS.down + column * NEIGHBOUR_STEPS.right),
)

/** [1,C,64,64] → [C,SEQUENCE], the empty positions zero. */
export function sequence(graph: GraphBuilder, grid: Value): Value {
  const channels = grid.shape[1] ?? 1
  const margins = graph.integers([0, 0, 0, 0, 0, 0, 0, 1])
  const rows = graph.node('Pad', [grid, margins], 'float32', [1, channels, GRID_SIDE, ROW])
  return reshape(graph, rows, [channels, SEQUENCE])
}

/** [C,SEQUENCE] → [C,SEQUENCE_WITH_MARGINS], the margins zero. */
export function withMargins(graph: GraphBuilder, values: Value): Value {
  const margins = graph.integers([0, MARGIN, 0, MARGIN])
  return graph.node('Pad', [values, margins], 'float32', [values.shape[0] ?? 1, SEQUENCE_WITH_MARGINS])
}

/** The neighbours of every position: [1,SEQUENCE_WITH_MARGINS] → [9,SEQUENCE]. */
export function neighboursOf(graph: GraphBuilder, values: Value): Value {
  const shifted = NEIGHBOUR_PLACES.map((place) => slice(graph, values, 1, place, place + SEQUENCE))
  return concatenate(graph, shifted, 0)
}

/** The grid's own positions of [SEQUENCE,C]: [1,4096,C]. */
export function gridPositions(graph: GraphBuilder, values: Value): Value {
  const channels = values.shape[1] ?? 1
  const rows = slice(graph, reshape(graph, values, [GRID_SIDE, ROW, channels]), 1, 0, GRID_SIDE)
  return reshape(graph, rows, [1, GRID_POSITIONS, channels])
}

/** 1 at the empty positions, [1,SEQUENCE]. */
export function emptyPositions(graph: GraphBuilder): Value {
  const values = Array.from({ length: SEQUENCE }, (_, index) => (index % ROW === GRID_SIDE ? 1 : 0))
  return graph.floats(values, [1, SEQUENCE])
}
