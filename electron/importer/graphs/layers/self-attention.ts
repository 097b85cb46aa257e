import type { Convolution } from '../../architecture/tensor-shapes.ts'
import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { add } from '../operators/arithmetic.ts'
import { float, int } from '../operators/attributes.ts'
import { convolution } from '../operators/convolution.ts'
import { reshape, side, transpose } from '../operators/shaping.ts'
import { spectralWeight } from '../weights/spectral-weight.ts'
import { elementsOf, storedWeight, type TensorSource, type Weight } from '../weights/weight.ts'

/**
 * Self-attention of the generator, x + γ·o(softmax(θᵀφ)·g), at half the side that the official code runs it at. There its
 * input has just been doubled by nearest neighbour: equal queries give equal answers, and max-pooling φ and g 2×2
 * undoes the doubling; so attending first and doubling afterwards is the same with a quarter of the queries and no
 * pooling. onnxruntime's MultiHeadAttention streams over the keys, so the 4096 × 4096 matrix never exists; γ is folded
 * into o.
 */
export function selfAttention(
  graph: GraphBuilder,
  features: Value,
  convolutions: readonly Convolution[],
  source: TensorSource,
): Value {
  const projection = (part: string): Weight => {
    const plan = convolutions.find(({ name }) => name === `attn.${part}`)
    if (plan === undefined) throw new RangeError(`the attention has no ${part}`)
    return spectralWeight(source, plan.name, [plan.channelsOut, plan.channelsIn, 1, 1])
  }
  const project = (value: Value, weight: Weight): Value => convolution(graph, value, graph.weight(weight), undefined)
  const tokens = (value: Value): Value => {
    const flat = reshape(graph, value, [1, side(value, 1), side(value, 2) * side(value, 3)])
    return transpose(graph, flat, [0, 2, 1])
  }
  const queries = tokens(project(features, projection('theta')))
  const keys = tokens(project(features, projection('phi')))
  const values = tokens(project(features, projection('g')))
  const attended = graph.node(
    'MultiHeadAttention',
    [queries, keys, values],
    'float32',
    [1, side(queries, 1), side(values, 2)],
    { num_heads: int(1), scale: float(1) },
    'com.microsoft',
  )
  const grid = [1, side(values, 2), side(features, 2), side(features, 3)]
  const image = reshape(graph, transpose(graph, attended, [0, 2, 1]), grid)
  const strength = storedWeight(source, 'attn.gamma', [])
  return add(graph, features, project(image, scaledBy(projection('o'), strength)))
}

function scaledBy(weight: Weight, factor: Weight): Weight {
  if (elementsOf(factor.shape) !== 1) throw new RangeError('the factor is one number')
  return {
    shape: weight.shape,
    async read() {
      const [scale = 1] = await factor.read()
      return (await weight.read()).map((value) => value * scale)
    },
  }
}
