import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { concatenate, side, stride, zeros } from '../operators/shaping.ts'
import { neighbourhoodWeight, reshapedWeight } from '../weights/neighbourhood-weight.ts'
import { elementsOf, type Weight } from '../weights/weight.ts'
import { alignedChannels, widenedWeight } from '../weights/widened-weight.ts'
import { neighbourhoods } from './neighbourhoods.ts'

/** Side of every condition and picture of the official networks. */
export const PICTURE_SIDE = 256

/** A map that modulates a network: condition, photo, or warp and condition together. */
export interface ModulatingMap {
  /** The map nearest-resized to side × side, [1,K,side,side]. */
  readonly at: (side: number) => Value
  /** Filters [O,C,k,k] for the map's channels, as filters for the K channels of `at`. */
  readonly filters: (weight: Weight) => Value
  /** `at` as 3×3 neighbourhoods with a mirrored border (see neighbourhoods.ts), [1,9K,side+2,side+2]. */
  readonly neighbourhoods: (side: number) => Value
  /** Filters [O,C,3,3] for the map's channels, as 1×1 filters for `neighbourhoods`. */
  readonly neighbourhoodFilters: (weight: Weight) => Value
}

/** A map given as channels [1,C,256,256]: all of them are kept, and zeros added to an aligned number. */
export function denseMap(graph: GraphBuilder, channels: Value): ModulatingMap {
  const count = side(channels, 1)
  const aligned = alignedChannels(count)
  const missing = aligned - count
  const whole =
    missing === 0
      ? channels
      : concatenate(graph, [channels, zeros(graph, [1, missing, side(channels, 2), side(channels, 3)])], 1)
  const at = memoised((length) => stride(graph, whole, PICTURE_SIDE / length))
  const widened = (weight: Weight): Weight => widenedWeight(weight, weight.shape[0] ?? 0, aligned)
  return {
    at,
    filters: (weight) => graph.weight(widened(weight)),
    neighbourhoods: memoised((length) => neighbourhoods(graph, at(length))),
    neighbourhoodFilters: (weight) => {
      const ordered = neighbourhoodWeight(widened(weight))
      const [outputs = 0, ...taps] = ordered.shape
      return graph.weight(reshapedWeight(ordered, [outputs, elementsOf(taps), 1, 1]))
    },
  }
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
