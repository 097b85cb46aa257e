import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { concatenate, stride } from '../operators/shaping.ts'

/** Side of every condition and picture of the official networks. */
export const PICTURE_SIDE = 256

/** A map that modulates a network: condition, photo, or warp and condition together. */
export interface ModulatingMap {
  /** The map nearest-resized to side × side, [1,K,side,side]. */
  readonly at: (side: number) => Value
  /** Filters [O,C,k,k] for the whole map → filters for the K channels that `at` gives. */
  readonly filters: (filters: Value) => Value
}

/** A map given as channels [1,C,256,256]: all of them are kept. */
export function denseMap(graph: GraphBuilder, channels: Value): ModulatingMap {
  return { at: memoised((side) => stride(graph, channels, PICTURE_SIDE / side)), filters: (filters) => filters }
}

/** `picture` [1,3,256,256] before the channels of `map`: what the generator is modulated by. */
export function denseMapWithPicture(graph: GraphBuilder, picture: Value, channels: Value): ModulatingMap {
  return denseMap(graph, concatenate(graph, [picture, channels], 1))
}

/** Computes each side's map once per graph. */
export function memoised(make: (side: number) => Value): (side: number) => Value {
  const made = new Map<number, Value>()
  return (side) => {
    const known = made.get(side)
    if (known !== undefined) return known
    const value = make(side)
    made.set(side, value)
    return value
  }
}
