import type { TensorDescription } from '../contract/pack-stage.ts'

/** A dense tensor in row-major order; `data.length` is the product of `shape`. Never written after it was made. */
export type TensorValue =
  | { readonly dtype: 'float32'; readonly shape: readonly number[]; readonly data: Float32Array }
  | { readonly dtype: 'int32'; readonly shape: readonly number[]; readonly data: Int32Array }
  | { readonly dtype: 'int64'; readonly shape: readonly number[]; readonly data: BigInt64Array }

/** Tensors by the names the graphs know them by. */
export type NamedTensors = ReadonlyMap<string, TensorValue>

/** Memory of some tensors in bytes. */
export function tensorBytes(tensors: NamedTensors): number {
  let bytes = 0
  for (const tensor of tensors.values()) bytes += tensor.data.byteLength
  return bytes
}

/** Whether a shape fits a description: same rank, and equal wherever the description states a number. */
export function shapeFits(shape: readonly number[], description: Pick<TensorDescription, 'shape'>): boolean {
  return (
    shape.length === description.shape.length &&
    description.shape.every((expected, axis) => typeof expected === 'string' || expected === shape[axis])
  )
}
