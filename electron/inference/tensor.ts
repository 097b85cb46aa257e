import type { TensorDescription } from '../contract/pack-stage.ts'
import type { NamedTensors } from '../contract/tensor.ts'

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
