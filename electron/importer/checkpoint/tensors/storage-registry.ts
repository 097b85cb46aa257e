import { CheckpointError, damaged, quoted } from '../checkpoint-error.ts'
import { asKind, type PickleStorage, type PickleValue } from '../pickle/pickle-value.ts'
import { ELEMENT_BYTES, STORAGE_CLASSES } from './element-type.ts'
import type { StorageDescriptor } from './tensor-descriptor.ts'

/** Collects the storages that a pickle refers to by persistent id, each once. */
export class StorageRegistry {
  readonly #storages = new Map<string, StorageDescriptor>()

  get storages(): ReadonlyMap<string, StorageDescriptor> {
    return this.#storages
  }

  /**
   * Resolves `('storage', class, key, device, elements[, view])`; `view` is None or `(key, offset, elements)`.
   * The device is ignored: the numbers are the same wherever they were.
   */
  resolve(id: PickleValue): PickleStorage {
    const items = asKind(id, 'tuple')?.items ?? []
    const [tag, storageClass, key, , elements, view = null] = items
    if (tag !== 'storage' || items.length < 5 || items.length > 6) throw damaged('it refers to data in an unknown way')
    const elementType = STORAGE_CLASSES.get(asKind(storageClass, 'callable')?.name ?? '')
    if (elementType === undefined || (typeof key !== 'string' && typeof key !== 'number')) {
      throw damaged('it refers to data of an unknown kind')
    }
    const count = requireCount(elements, 'a storage size')
    if (!Number.isSafeInteger(count * ELEMENT_BYTES[elementType])) {
      throw new CheckpointError('too-large', 'it claims a tensor of absurd size; check which file this is.')
    }
    const storage = this.#note({ key: String(key), elementType, elements: count })
    return { kind: 'storage', storage, viewOffset: view === null ? 0 : viewOffset(view) }
  }

  #note(storage: StorageDescriptor): StorageDescriptor {
    const known = this.#storages.get(storage.key)
    if (known === undefined) {
      this.#storages.set(storage.key, storage)
      return storage
    }
    if (known.elementType !== storage.elementType || known.elements !== storage.elements) {
      throw damaged(`it describes the data ${quoted(storage.key)} in two ways`)
    }
    return known
  }
}

/** Views were stored apart from their storage before torch 0.4; the tensor's own bounds are checked later. */
function viewOffset(view: PickleValue): number {
  const items = asKind(view, 'tuple')?.items ?? []
  if (items.length !== 3) throw damaged('it refers to part of its data in an unknown way')
  return requireCount(items[1], 'an offset')
}

/** @throws CheckpointError unless `value` is a whole number from 0 on. */
export function requireCount(value: PickleValue | undefined, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw damaged(`${what} in it is not a sensible number`)
  }
  return value
}
