import { CheckpointError, damaged } from '../checkpoint-error.ts'
import { asKind, type PickleTensor, type PickleValue } from '../pickle/pickle-value.ts'
import { requireCount } from './storage-registry.ts'
import { elementCount, spannedElements, type StorageDescriptor, type TensorDescriptor } from './tensor-descriptor.ts'

const MOST_AXES = 32

/** An expanded tensor repeats elements; this many are tolerated however small its storage is. */
const MOST_REPEATED_ELEMENTS = 4 * 1024 * 1024

/**
 * `_rebuild_tensor_v2(storage, offset, sizes, strides, requires_grad, hooks[, metadata])`, as a view that is known
 * to lie inside its storage and to be no larger than the file can justify.
 */
export function rebuildTensor(parameters: readonly PickleValue[]): PickleTensor {
  const [storageValue, offsetValue, sizesValue, stridesValue] = parameters
  const source = asKind(storageValue, 'storage')
  if (source === undefined) throw damaged('it makes a tensor without data')
  const shape = readCounts(sizesValue)
  const strides = readCounts(stridesValue)
  if (shape.length !== strides.length || shape.length > MOST_AXES) throw damaged("a tensor's axes do not fit together")
  const offset = source.viewOffset + requireCount(offsetValue, 'an offset')
  const tensor: TensorDescriptor = { storage: source.storage, offset, shape, strides }
  requireInside(tensor)
  requireJustified(tensor, source.storage)
  return { kind: 'tensor', tensor }
}

function readCounts(value: PickleValue | undefined): number[] {
  const items = (asKind(value, 'tuple') ?? asKind(value, 'list'))?.items
  if (items === undefined) throw damaged("a tensor's sizes are missing")
  return items.map((item) => requireCount(item, "a tensor's size"))
}

function requireInside(tensor: TensorDescriptor): void {
  const end = tensor.offset + spannedElements(tensor)
  // A sum beyond 2⁵³ is rounded but still larger than any storage.
  if (end > tensor.storage.elements) throw damaged('a tensor reaches outside its data')
}

function requireJustified({ shape }: TensorDescriptor, storage: StorageDescriptor): void {
  const elements = elementCount(shape)
  if (elements <= Math.max(storage.elements, MOST_REPEATED_ELEMENTS)) return
  const message = `it claims a tensor of ${String(elements)} elements but holds data for ${String(storage.elements)}; check which file this is.`
  throw new CheckpointError('too-large', message)
}
