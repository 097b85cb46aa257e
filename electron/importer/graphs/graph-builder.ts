import type {
  Attribute,
  Dimension,
  ElementType,
  GraphModel,
  GraphNode,
  Initializer,
  Value,
} from './onnx/graph-model.ts'
import { eightBitWeight, type EightBitWeight } from './weights/eight-bit-weight.ts'
import { halfFloatBits } from './weights/half-float.ts'
import { elementsOf, type Weight } from './weights/weight.ts'

/** How weights are stored. Graphs compute in float32; with int8, wide convolutions of a stroke multiply in eight bits. */
export type Precision = 'fp32' | 'fp16' | 'int8'

/** With fewer filters, eight bits gain less than it costs to bring the input into that form. */
const FEWEST_EIGHT_BIT_FILTERS = 256

/** Below this, float16 saves nothing worth its rounding: biases, scalars, norms. */
const SMALLEST_HALF_WEIGHT = 4096

/** What a node gives: element type and shape of each output. */
export type Signature = readonly (readonly [type: ElementType, shape: readonly Dimension[]])[]

/** Collects the nodes and constants of one graph. Values are immutable; every call adds to the graph. */
export class GraphBuilder {
  readonly #name: string
  readonly #precision: Precision
  readonly #inEightBits: boolean
  readonly #nodes: GraphNode[] = []
  readonly #inputs: Value[] = []
  readonly #outputs: Value[] = []
  readonly #initializers: Initializer[] = []
  readonly #constants = new Map<string, Value>()
  readonly #weights = new Map<string, Weight>()
  #count = 0

  /** @param inEightBits whether large convolutions may multiply in eight bits where the precision is int8 */
  constructor(name: string, precision: Precision, inEightBits = false) {
    this.#name = name
    this.#precision = precision
    this.#inEightBits = inEightBits && precision === 'int8'
  }

  /** Declares a graph input. */
  input(name: string, type: ElementType, shape: readonly Dimension[]): Value {
    const value = { name, type, shape }
    this.#inputs.push(value)
    return value
  }

  /** Declares `value` a graph output under `name`. */
  output(name: string, value: Value): void {
    this.#nodes.push({ operator: 'Identity', domain: '', inputs: [value.name], outputs: [name], attributes: {} })
    this.#outputs.push({ ...value, name })
  }

  /** Adds a node with several outputs. An absent optional input is ''. */
  nodes(
    operator: string,
    inputs: readonly (Value | '')[],
    signature: Signature,
    attributes: Readonly<Record<string, Attribute>> = {},
    domain = '',
  ): Value[] {
    // onnxruntime takes an empty last input for a bias that is not constant, and then skips its fast convolutions.
    const present = inputs.at(-1) === '' ? inputs.slice(0, -1) : inputs
    const values = signature.map(([type, shape]) => ({ name: this.#fresh(operator), type, shape }))
    this.#nodes.push({
      operator,
      domain,
      inputs: present.map((input) => (input === '' ? '' : input.name)),
      outputs: values.map(({ name }) => name),
      attributes,
    })
    return values
  }

  /** Adds a node with one output. */
  node(
    operator: string,
    inputs: readonly (Value | '')[],
    type: ElementType,
    shape: readonly Dimension[],
    attributes: Readonly<Record<string, Attribute>> = {},
    domain = '',
  ): Value {
    const [value] = this.nodes(operator, inputs, [[type, shape]], attributes, domain)
    if (value === undefined) throw new RangeError('a node needs an output')
    return value
  }

  /** Adds weights, in float16 behind a Cast if the pack asks for it and they are large. */
  weight(weight: Weight): Value {
    const half = this.#precision !== 'fp32' && elementsOf(weight.shape) >= SMALLEST_HALF_WEIGHT
    const type = half ? 'float16' : 'float32'
    const stored = this.#initializer('weight', type, weight.shape, async () => {
      const values = await weight.read()
      if (values.length !== elementsOf(weight.shape))
        throw new RangeError('a weight has another size than its shape says')
      return bytesOf(half ? halfFloatBits(values) : values)
    })
    const value = half
      ? this.node('Cast', [stored], 'float32', weight.shape, { to: { kind: 'int', value: 1 } })
      : stored
    this.#weights.set(value.name, weight)
    return value
  }

  /** The filters behind a value of `weight` in eight bits; undefined where they stay floats. */
  eightBitFilters(filters: Value): EightBitWeight | undefined {
    const weight = this.#weights.get(filters.name)
    if (!this.#inEightBits || weight === undefined || (weight.shape[0] ?? 0) < FEWEST_EIGHT_BIT_FILTERS)
      return undefined
    return eightBitWeight(weight)
  }

  /** Adds the levels of an eight-bit weight. */
  levels({ shape, read }: EightBitWeight['levels']): Value {
    return this.#initializer('levels', 'int8', shape, async () => bytesOf(await read()))
  }

  /** A small float32 constant. */
  floats(values: readonly number[], shape: readonly number[]): Value {
    return this.#constant('floats', 'float32', shape, new Float32Array(values))
  }

  /** A small int64 constant, one-dimensional unless a shape is given. */
  integers(values: readonly number[], shape: readonly number[] = [values.length]): Value {
    return this.#constant('integers', 'int64', shape, BigInt64Array.from(values, BigInt))
  }

  /** The finished graph, without what nothing reads: floats of weights that are multiplied in eight bits. */
  build(): GraphModel {
    const read = new Set(this.#outputs.map(({ name }) => name))
    const nodes = this.#nodes.toReversed().filter(({ outputs, inputs }) => {
      if (!outputs.some((name) => read.has(name))) return false
      for (const name of inputs) read.add(name)
      return true
    })
    return {
      name: this.#name,
      nodes: nodes.toReversed(),
      inputs: this.#inputs,
      outputs: this.#outputs,
      initializers: this.#initializers.filter(({ name }) => read.has(name)),
    }
  }

  #constant(kind: string, type: ElementType, shape: readonly number[], values: Float32Array | BigInt64Array): Value {
    const key = `${kind}[${shape.join()}]${values.join()}`
    const known = this.#constants.get(key)
    if (known !== undefined) return known
    const value = this.#initializer(kind, type, shape, () => Promise.resolve(bytesOf(values)))
    this.#constants.set(key, value)
    return value
  }

  #initializer(kind: string, type: ElementType, shape: readonly number[], bytes: () => Promise<Uint8Array>): Value {
    const name = this.#fresh(kind)
    this.#initializers.push({ name, type, shape, bytes })
    return { name, type, shape }
  }

  #fresh(kind: string): string {
    this.#count += 1
    return `${kind}_${this.#count}`
  }
}

function bytesOf(values: Float32Array | Uint16Array | BigInt64Array | Int8Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}
