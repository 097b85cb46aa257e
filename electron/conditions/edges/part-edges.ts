import type { BytePlane } from '../dense-channels.ts'
import { writeDistanceChannel } from './distance-channel.ts'
import { runsOf, type Runs } from './runs.ts'

/** One part's share of an edge condition, at the picture's size. */
export interface PartEdges {
  /** Pixels of its lines. */
  readonly line: Runs
  /** Distance to its lines in every pixel, as `writeDistanceChannel` has it. */
  readonly distance: Float32Array
  /** Pixels inside the part. */
  readonly inside: Runs
}

/**
 * @param line and `inside`: non-zero where the part's lines and the part itself are, both of one size
 * @param scale of `writeDistanceChannel`
 */
export function partEdges(line: BytePlane, inside: BytePlane, scale: number): PartEdges {
  const distance = new Float32Array(line.data.length)
  writeDistanceChannel(line.data, line.width, line.height, distance, scale)
  return { line: runsOf(line.data), distance, inside: runsOf(inside.data) }
}
