import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { add } from '../operators/arithmetic.ts'
import { convolution, instanceNormalisation, reflectionPad } from '../operators/convolution.ts'
import { side } from '../operators/shaping.ts'
import { storedWeight, type TensorSource } from '../weights/weight.ts'
import { widenedWeight } from '../weights/widened-weight.ts'

/**
 * ResidualBlock `layer.N` of netCorr; one PReLU weight serves both activations. The convolutions' biases are left out:
 * instance normalisation subtracts them again. Channels beyond `channels` are zero and stay so.
 */
export function residualBlock(
  graph: GraphBuilder,
  features: Value,
  name: string,
  channels: number,
  source: TensorSource,
): Value {
  const aligned = side(features, 1)
  const slope = graph.weight(storedWeight(source, `${name}.prelu.weight`, [1]))
  const activate = (value: Value): Value => graph.node('PRelu', [value, slope], 'float32', value.shape)
  const convolve = (value: Value, key: string): Value => {
    const stored = storedWeight(source, `${name}.${key}.weight`, [channels, channels, 3, 3])
    const filters = graph.weight(widenedWeight(stored, aligned, aligned))
    return instanceNormalisation(graph, convolution(graph, reflectionPad(graph, value), filters, undefined))
  }
  const change = convolve(activate(convolve(features, 'conv1')), 'conv2')
  return activate(add(graph, change, features))
}
