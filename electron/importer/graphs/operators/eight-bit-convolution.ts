import type { GraphBuilder } from '../graph-builder.ts'
import type { Value } from '../onnx/graph-model.ts'
import type { EightBitWeight } from '../weights/eight-bit-weight.ts'
import { concatenate, reshape, side, transpose } from './shaping.ts'

/** Every neighbourhood of a picture as a row, in eight bits: (level − zero) · scale is the value. */
interface Rows {
  readonly levels: Value
  readonly scale: Value
  readonly zero: Value
}

interface EightBitOptions {
  readonly kernel: number
  readonly padding: number
  readonly stride: number
  /** Of the result, [1,O,H,W]. */
  readonly shape: readonly [1, number, number, number]
}

/** The rows that a graph has made already: γ and β of a modulation read the same ones. */
const made = new WeakMap<GraphBuilder, Map<string, Rows>>()

/**
 * A convolution as one product of eight-bit matrices. The range of the input is found while the graph runs, so that nothing has
 * to be calibrated. onnxruntime's ConvInteger takes three times as long as `Conv`, its QLinearConv needs the range of the result.
 */
export function eightBitConvolution(
  graph: GraphBuilder,
  input: Value,
  { levels, scales }: EightBitWeight,
  bias: Value | undefined,
  options: EightBitOptions,
): Value {
  const rows = rowsOf(graph, input, options)
  const weight = [graph.levels(levels), rows.scale, graph.weight(scales), rows.zero] as const
  const [batch, outputs, height, width] = options.shape
  const product = graph.node(
    'MatMulIntegerToFloat',
    [rows.levels, ...weight, '', ...(bias === undefined ? [] : [bias])],
    'float32',
    [height * width, outputs],
    {},
    'com.microsoft',
  )
  return reshape(graph, transpose(graph, product, [1, 0]), [batch, outputs, height, width])
}

function rowsOf(graph: GraphBuilder, input: Value, options: EightBitOptions): Rows {
  const { kernel, padding, stride } = options
  const key = `${input.name} ${kernel} ${padding} ${stride}`
  const known = made.get(graph) ?? new Map<string, Rows>()
  made.set(graph, known)
  const rows = known.get(key) ?? newRows(graph, input, options)
  known.set(key, rows)
  return rows
}

function newRows(graph: GraphBuilder, input: Value, { kernel, padding, stride, shape }: EightBitOptions): Rows {
  const [quantised, scale, zero] = graph.nodes(
    'DynamicQuantizeLinear',
    [input],
    [
      ['uint8', input.shape],
      ['float32', []],
      ['uint8', []],
    ],
  )
  if (quantised === undefined || scale === undefined || zero === undefined) throw new RangeError('nodes lack outputs')
  const channels = side(input, 1)
  const [, , height, width] = shape
  const last = padded(graph, transpose(graph, quantised, [0, 2, 3, 1]), zero, padding)
  const steps = Array.from({ length: kernel }, (_, step) => step)
  const taps = steps.flatMap((row) =>
    steps.map((column) => {
      const ends = [row + (height - 1) * stride + 1, column + (width - 1) * stride + 1]
      const bounds = [[row, column], ends, [1, 2], [stride, stride]].map((numbers) => graph.integers(numbers))
      return graph.node('Slice', [last, ...bounds], 'uint8', [1, height, width, channels])
    }),
  )
  const [only] = taps
  const joined = taps.length === 1 && only !== undefined ? only : concatenate(graph, taps, 3)
  return { levels: reshape(graph, joined, [height * width, kernel * kernel * channels]), scale, zero }
}

function padded(graph: GraphBuilder, value: Value, zero: Value, padding: number): Value {
  if (padding === 0) return value
  const shape = [1, side(value, 1) + 2 * padding, side(value, 2) + 2 * padding, side(value, 3)]
  const pads = graph.integers([0, padding, padding, 0, 0, padding, padding, 0])
  return graph.node('Pad', [value, pads, zero], value.type, shape)
}
