/** Element types of our graphs. float16 occurs only as stored weights, int8 and uint8 only in eight-bit products. */
export type ElementType = 'float32' | 'float16' | 'int8' | 'uint8' | 'int32' | 'int64' | 'bool'

/** Element types that inputs and outputs of packs may have. */
export type TensorType = Extract<ElementType, 'float32' | 'int32' | 'int64'>

/** TensorProto.DataType numbers of the standard. */
export const ELEMENT_TYPE_NUMBERS: Readonly<Record<ElementType, number>> = {
  float32: 1,
  uint8: 2,
  int8: 3,
  int32: 6,
  int64: 7,
  bool: 9,
  float16: 10,
}

/** A side: a number, or a name where it is known only at run time. */
export type Dimension = number | string

/** A tensor of the graph under construction. */
export interface Value {
  readonly name: string
  readonly type: ElementType
  readonly shape: readonly Dimension[]
}

/** A value of a node's attribute. */
export type Attribute =
  | { readonly kind: 'int'; readonly value: number }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'ints'; readonly value: readonly number[] }

export interface GraphNode {
  readonly operator: string
  /** '' is the standard's own set. */
  readonly domain: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes: Readonly<Record<string, Attribute>>
}

/** A constant whose bytes (row-major, little-endian) are fetched when the file is written. */
export interface Initializer {
  readonly name: string
  readonly type: ElementType
  readonly shape: readonly number[]
  readonly bytes: () => Promise<Uint8Array>
}

/** A whole graph, ready to be written. */
export interface GraphModel {
  readonly name: string
  readonly nodes: readonly GraphNode[]
  readonly inputs: readonly Value[]
  readonly outputs: readonly Value[]
  readonly initializers: readonly Initializer[]
}
