import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { add } from '../operators/arithmetic.ts'
import { cast, concatenate, gather, joinedSide, reshape, stride } from '../operators/shaping.ts'
import { neighbourhoodWeight } from '../weights/neighbourhood-weight.ts'
import { memoised, PICTURE_SIDE, type ModulatingMap } from './modulating-map.ts'
import { neighbourhoods } from './neighbourhoods.ts'

/**
 * A condition given as int32 channel numbers [1,256,256]. A layout shows a dozen of ADE20k's 151 classes, and the
 * others' one-hot channels are zero everywhere; so only the classes present become channels, and filters keep only
 * those input channels. Convolutions then give the same sums from a tenth of the products.
 */
export interface LabelMap extends ModulatingMap {
  /** Channel numbers present, int64 [classes], ascending. */
  readonly present: Value
}

/** Name of the dimension that counts the classes present. */
const CLASSES = 'classes'

/** The map of a label condition. */
export function labelMap(graph: GraphBuilder, labels: Value): LabelMap {
  const flat = reshape(graph, cast(graph, labels, 'int64'), [PICTURE_SIDE * PICTURE_SIDE])
  const present = graph.node('Unique', [flat], 'int64', [CLASSES])
  const at = memoised((side) => oneHot(graph, labels, present, side))
  return { present, ...mapOfKept(graph, at, present) }
}

/** `picture` [1,3,256,256] before the classes present. */
export function labelMapWithPicture(graph: GraphBuilder, picture: Value, labels: Value): ModulatingMap {
  const map = labelMap(graph, labels)
  const shifted = add(graph, map.present, graph.integers([3]))
  const kept = concatenate(graph, [graph.integers([0, 1, 2]), shifted], 0)
  const at = memoised((side) => concatenate(graph, [stride(graph, picture, PICTURE_SIDE / side), map.at(side)], 1))
  return mapOfKept(graph, at, kept)
}

/** A map of those channels that the int64 list `kept` numbers. */
function mapOfKept(graph: GraphBuilder, at: (side: number) => Value, kept: Value): ModulatingMap {
  return {
    at,
    filters: (weight) => gather(graph, graph.weight(weight), kept, 1),
    neighbourhoods: memoised((side) => neighbourhoods(graph, at(side))),
    neighbourhoodFilters: (weight) => {
      const fitting = gather(graph, graph.weight(neighbourhoodWeight(weight)), kept, 2)
      return reshape(graph, fitting, [weight.shape[0] ?? 0, joinedSide(kept.shape[0] ?? 1), 1, 1])
    },
  }
}

/** float32 [1,classes,side,side]: 1 where the label is that class. */
export function oneHot(graph: GraphBuilder, labels: Value, classes: Value, side: number): Value {
  const resized = cast(graph, stride(graph, labels, PICTURE_SIDE / side), 'int64')
  const cells = reshape(graph, resized, [1, 1, side, side])
  const candidates = reshape(graph, classes, [1, classes.shape[0] ?? 1, 1, 1])
  const equal = graph.node('Equal', [cells, candidates], 'bool', [1, classes.shape[0] ?? 1, side, side])
  return cast(graph, equal, 'float32')
}
