import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import { ints, text } from './attributes.ts'
import { eightBitConvolution } from './eight-bit-convolution.ts'
import { side } from './shaping.ts'

export interface ConvolutionOptions {
  /** Zeros around the picture on every side; 0 unless given. */
  readonly padding?: number
  readonly stride?: number
}

/**
 * 2-D convolution of [1,C,H,W] with filters [O,C,k,k].
 * @throws RangeError where the channels do not fit
 */
export function convolution(
  graph: GraphBuilder,
  input: Value,
  filters: Value,
  bias: Value | undefined,
  { padding = 0, stride = 1 }: ConvolutionOptions = {},
): Value {
  const kernel = side(filters, 2)
  const [channels, expected] = [input.shape[1], filters.shape[1]]
  if (channels !== expected) throw new RangeError(`filters for ${String(expected)} channels meet ${String(channels)}`)
  const reach = (length: number): number => Math.floor((length + 2 * padding - kernel) / stride) + 1
  const shape = [1, side(filters, 0), reach(side(input, 2)), reach(side(input, 3))] as const
  const eightBits = graph.eightBitFilters(filters)
  if (eightBits !== undefined)
    return eightBitConvolution(graph, input, eightBits, bias, { kernel, padding, stride, shape })
  return graph.node('Conv', [input, filters, bias ?? ''], 'float32', shape, {
    kernel_shape: ints([kernel, kernel]),
    pads: ints([padding, padding, padding, padding]),
    strides: ints([stride, stride]),
  })
}

/** Mirrors one row and column around the picture without repeating the border (torch's ReflectionPad2d(1)). */
export function reflectionPad(graph: GraphBuilder, value: Value): Value {
  const [batch = 1, channels = 1] = value.shape
  const shape = [batch, channels, side(value, 2) + 2, side(value, 3) + 2]
  const pads = graph.integers([0, 0, 1, 1, 0, 0, 1, 1])
  return graph.node('Pad', [value, pads], value.type, shape, { mode: text('reflect') })
}

/** Instance normalisation without learned scale: each channel to zero mean and unit (biased) variance. */
export function instanceNormalisation(graph: GraphBuilder, value: Value): Value {
  const channels = side(value, 1)
  const ones = graph.floats(
    Array.from({ length: channels }, () => 1),
    [channels],
  )
  const zeros = graph.floats(
    Array.from({ length: channels }, () => 0),
    [channels],
  )
  return graph.node('InstanceNormalization', [value, ones, zeros], 'float32', value.shape)
}

/** 2×2 maximum pooling. */
export function halveByMaximum(graph: GraphBuilder, value: Value): Value {
  const [batch = 1, channels = 1] = value.shape
  const shape = [batch, channels, side(value, 2) / 2, side(value, 3) / 2]
  return graph.node('MaxPool', [value], 'float32', shape, { kernel_shape: ints([2, 2]), strides: ints([2, 2]) })
}

/** Average pooling over `factor` × `factor` cells. */
export function averagePool(graph: GraphBuilder, value: Value, factor: number): Value {
  const [batch = 1, channels = 1] = value.shape
  const shape = [batch, channels, side(value, 2) / factor, side(value, 3) / factor]
  const cell = ints([factor, factor])
  return graph.node('AveragePool', [value], 'float32', shape, { kernel_shape: cell, strides: cell })
}

/** Enlarges by a whole factor: nearest neighbour, or bilinear with half-pixel centres (align_corners=False). */
export function enlarge(graph: GraphBuilder, value: Value, factor: number, mode: 'nearest' | 'linear'): Value {
  const [batch = 1, channels = 1] = value.shape
  const shape = [batch, channels, side(value, 2) * factor, side(value, 3) * factor]
  const scales = graph.floats([1, 1, factor, factor], [4])
  return graph.node('Resize', [value, '', scales], 'float32', shape, {
    mode: text(mode),
    coordinate_transformation_mode: text(mode === 'nearest' ? 'asymmetric' : 'half_pixel'),
    ...(mode === 'nearest' ? { nearest_mode: text('floor') } : {}),
  })
}
