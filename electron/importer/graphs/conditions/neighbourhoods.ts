import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { reflectionPad } from '../operators/convolution.ts'
import { concatenate, crop, side } from '../operators/shaping.ts'

const STEPS = [0, 1, 2] as const

/**
 * The 3×3 neighbours of every position as channels, one neighbour's channels after the other's, [1,K,s,s] → [1,9K,s+2,s+2].
 * Neighbours outside are mirrored, and so is the result's border, which repeats what stands one position inside.
 *
 * A modulation mirrors its map, convolves, and mirrors again. On neighbourhoods the first convolution is a 1×1 one that
 * gives the mirrored border by itself, so its result goes to the next convolution as it lies in memory; and all
 * modulations of a size share the neighbourhoods.
 */
export function neighbourhoods(graph: GraphBuilder, channels: Value): Value {
  const length = side(channels, 2)
  const mirrored = reflectionPad(graph, channels)
  const shifted = STEPS.flatMap((row) => STEPS.map((column) => crop(graph, mirrored, row, column, length)))
  return reflectionPad(graph, concatenate(graph, shifted, 1))
}
