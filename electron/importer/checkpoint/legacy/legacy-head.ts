import { ByteCursor } from '../bytes/byte-cursor.ts'
import { CheckpointError, damaged } from '../checkpoint-error.ts'
import { runPickle } from '../pickle/pickle-machine.ts'
import type { PickleCalls } from '../pickle/pickle-state.ts'
import { asKind, type PickleValue } from '../pickle/pickle-value.ts'
import { refusal } from '../pickle/refusal.ts'
import { stateDictCalls } from '../tensors/state-dict-calls.ts'
import { StorageRegistry } from '../tensors/storage-registry.ts'
import type { StorageDescriptor } from '../tensors/tensor-descriptor.ts'

const MAGIC_NUMBER = 0x1950a86a20f9469cfc6cn
const PROTOCOL_VERSION = 1001

/** The five pickles at the start of a legacy stream: magic, protocol, system information, object, storage keys. */
export interface LegacyHead {
  readonly object: PickleValue
  /** Every storage that the object refers to, by key. */
  readonly storages: ReadonlyMap<string, StorageDescriptor>
  /** The keys in the order in which the raw storages follow. */
  readonly storageKeys: readonly string[]
  /** Where the pickles end. */
  readonly end: number
}

/** @throws CheckpointError `truncated` where `bytes` end before the pickles do. */
export function readLegacyHead(bytes: Uint8Array): LegacyHead {
  const cursor = new ByteCursor(bytes, 'its list of tensors')
  if (runPickle(cursor, NO_CALLS) !== MAGIC_NUMBER) throw notPyTorch()
  if (runPickle(cursor, NO_CALLS) !== PROTOCOL_VERSION) {
    const message = "it has an unknown version of PyTorch's old format; save it again with torch.save."
    throw new CheckpointError('unsupported', message)
  }
  requireLittleEndian(runPickle(cursor, NO_CALLS))
  const registry = new StorageRegistry()
  const object = runPickle(cursor, stateDictCalls(registry))
  const storageKeys = readKeys(runPickle(cursor, NO_CALLS))
  return { object, storages: registry.storages, storageKeys, end: cursor.position }
}

/** Whether the bytes begin as torch's old format does: a pickle of the magic number. */
export function startsLegacyStream(bytes: Uint8Array): boolean {
  const cursor = new ByteCursor(bytes, 'its first pickle')
  try {
    return runPickle(cursor, NO_CALLS) === MAGIC_NUMBER
  } catch (error) {
    if (error instanceof CheckpointError) return false
    throw error
  }
}

/** For the pickles that are plain data. */
const NO_CALLS: PickleCalls = {
  requireAllowed(name) {
    throw refusal(name)
  },
  call(name) {
    throw refusal(name)
  },
  persistent() {
    throw damaged('it refers to data where there are none')
  },
}

function notPyTorch(): CheckpointError {
  return new CheckpointError('not-a-checkpoint', 'it is not a PyTorch checkpoint; choose a .pth file of weights.')
}

function requireLittleEndian(systemInformation: PickleValue): void {
  const littleEndian = asKind(systemInformation, 'dict')?.entries.get('little_endian')
  if (littleEndian === true) return
  if (littleEndian !== false) throw damaged('it does not state its byte order')
  const message = 'it was saved on a big-endian machine; load and save it again on an ordinary one.'
  throw new CheckpointError('unsupported', message)
}

function readKeys(value: PickleValue): string[] {
  const items = asKind(value, 'list')?.items
  if (items === undefined) throw damaged('it does not list its data')
  return items.map((key) => {
    if (typeof key !== 'string' && typeof key !== 'number') throw damaged('it lists its data by no name')
    return String(key)
  })
}
