import type { OfficialTask } from '../../architecture/official-task.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { stride } from '../operators/shaping.ts'
import { labelMap, labelMapWithPicture, oneHot } from './label-map.ts'
import { denseMap, denseMapWithPicture, PICTURE_SIDE, type ModulatingMap } from './modulating-map.ts'

/** How a pack of this task takes its conditions (the manifest's `condition.encoding`). */
export function conditionEncoding(task: OfficialTask): 'index' | 'one-hot' | 'dense' {
  if (task.id === 'ade20k') return 'index'
  // Eyeglasses may lie over a face part, so masks are several-hot and cannot be numbers.
  return task.id === 'celebahq' ? 'one-hot' : 'dense'
}

/** Declares a condition input: int32 [1,256,256] of channel numbers, or float32 [1,C,256,256]. */
export function conditionInput(graph: GraphBuilder, name: string, task: OfficialTask): Value {
  if (conditionEncoding(task) === 'index') return graph.input(name, 'int32', [1, PICTURE_SIDE, PICTURE_SIDE])
  return graph.input(name, 'float32', [1, task.conditionChannels, PICTURE_SIDE, PICTURE_SIDE])
}

/** The condition as a modulating map. */
export function conditionMap(graph: GraphBuilder, condition: Value): ModulatingMap {
  return condition.type === 'int32' ? labelMap(graph, condition) : denseMap(graph, condition)
}

/** c = [picture, condition], which modulates the generator. */
export function conditionMapWithPicture(graph: GraphBuilder, picture: Value, condition: Value): ModulatingMap {
  return condition.type === 'int32'
    ? labelMapWithPicture(graph, picture, condition)
    : denseMapWithPicture(graph, picture, condition)
}

/** The condition with all its channels, nearest-resized: [1,C,side,side]. */
export function conditionChannels(graph: GraphBuilder, condition: Value, task: OfficialTask, side: number): Value {
  if (condition.type !== 'int32') return stride(graph, condition, PICTURE_SIDE / side)
  const every = graph.integers(Array.from({ length: task.conditionChannels }, (_, index) => index))
  return oneHot(graph, condition, every, side)
}
