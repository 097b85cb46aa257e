/** Where checkpoint tensors come from: a .pth file in production, seeded values in tests. */
export interface TensorSource {
  /** Row-major float32 values of the tensor `key`. */
  readonly read: (key: string) => Promise<Float32Array>
}

/** A constant of the converted graph: computed from checkpoint tensors only when it is written. */
export interface Weight {
  readonly shape: readonly number[]
  readonly read: () => Promise<Float32Array>
}

/** How many numbers a tensor of this shape holds. */
export function elementsOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1)
}

/** A checkpoint tensor as it is. */
export function storedWeight(source: TensorSource, key: string, shape: readonly number[]): Weight {
  return { shape, read: () => source.read(key) }
}

/** Every value passed through `change`. */
export function mappedWeight(weight: Weight, change: (value: number) => number): Weight {
  return { shape: weight.shape, read: async () => (await weight.read()).map(change) }
}
