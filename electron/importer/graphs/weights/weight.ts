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

/** The weights one after the other along axis 0. @throws RangeError where the other axes differ */
export function joinedWeight(weights: readonly Weight[]): Weight {
  const [first] = weights
  const rest = first?.shape.slice(1) ?? []
  for (const { shape } of weights)
    if (shape.slice(1).join() !== rest.join())
      throw new RangeError(`cannot join [${shape.join()}] to […,${rest.join()}]`)
  const shape = [weights.reduce((sum, weight) => sum + (weight.shape[0] ?? 0), 0), ...rest]
  return {
    shape,
    async read() {
      const values = new Float32Array(elementsOf(shape))
      let offset = 0
      for (const weight of weights) {
        const part = await weight.read()
        values.set(part, offset)
        offset += part.length
      }
      return values
    },
  }
}

/** Every value passed through `change`. */
export function mappedWeight(weight: Weight, change: (value: number) => number): Weight {
  return { shape: weight.shape, read: async () => (await weight.read()).map(change) }
}
