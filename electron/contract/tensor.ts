/** A dense tensor in row-major order; `data.length` is the product of `shape`. Never written after it was made. */
export type TensorValue =
  | { readonly dtype: 'float32'; readonly shape: readonly number[]; readonly data: Float32Array }
  | { readonly dtype: 'int32'; readonly shape: readonly number[]; readonly data: Int32Array }
  | { readonly dtype: 'int64'; readonly shape: readonly number[]; readonly data: BigInt64Array }

/** Tensors by the names the graphs know them by. */
export type NamedTensors = ReadonlyMap<string, TensorValue>
