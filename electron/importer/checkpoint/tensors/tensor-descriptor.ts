import type { ElementTypeName } from './element-type.ts'

/** A run of elements that tensors view: one entry of the archive, or one raw block of a legacy stream. */
export interface StorageDescriptor {
  /** The file's own name for it: '0', '1', … or an old memory address. */
  readonly key: string
  readonly elementType: ElementTypeName
  /** How many elements it holds. */
  readonly elements: number
}

/** A tensor as a strided view of a storage; its numbers stay on disk until they are asked for. */
export interface TensorDescriptor {
  readonly storage: StorageDescriptor
  /** Elements before the first one. */
  readonly offset: number
  /** Sizes, outermost first; `[]` is a scalar. */
  readonly shape: readonly number[]
  /** Elements between neighbours along each axis. */
  readonly strides: readonly number[]
}

/** Product of the sizes: 1 for a scalar, 0 for an empty tensor. */
export function elementCount(shape: readonly number[]): number {
  // Tested first: a product of absurd sizes is Infinity, and Infinity × 0 is not a number.
  return shape.includes(0) ? 0 : shape.reduce((product, size) => product * size, 1)
}

/** Whether the elements lie in row-major order without gaps. */
export function isContiguous({ shape, strides }: Pick<TensorDescriptor, 'shape' | 'strides'>): boolean {
  let expected = 1
  for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
    const size = shape[axis] ?? 1
    if (size !== 1 && strides[axis] !== expected) return false
    expected *= size
  }
  return true
}

/** Elements from the first to the last one viewed, both included; 0 for an empty tensor. */
export function spannedElements({ shape, strides }: Pick<TensorDescriptor, 'shape' | 'strides'>): number {
  if (shape.includes(0)) return 0
  return shape.reduce((last, size, axis) => last + (size - 1) * (strides[axis] ?? 0), 0) + 1
}
