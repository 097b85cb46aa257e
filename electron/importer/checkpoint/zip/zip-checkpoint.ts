import type { ByteRange } from '../bytes/byte-range.ts'
import { ByteCursor } from '../bytes/byte-cursor.ts'
import { readBytes, type ByteSource } from '../bytes/byte-source.ts'
import type { CheckpointContents } from '../checkpoint-contents.ts'
import { CheckpointError, damaged, quoted, SAVE_STATE_DICT } from '../checkpoint-error.ts'
import { LONGEST_PICKLE } from '../pickle/pickle-limits.ts'
import { runPickle } from '../pickle/pickle-machine.ts'
import { ELEMENT_BYTES } from '../tensors/element-type.ts'
import { stateDictCalls } from '../tensors/state-dict-calls.ts'
import { StorageRegistry } from '../tensors/storage-registry.ts'
import type { StorageDescriptor } from '../tensors/tensor-descriptor.ts'
import { readZipDirectory, type ZipDirectory } from './zip-directory.ts'
import { locateZipEntries, type ZipEntry } from './zip-entries.ts'

const PICKLE_NAME = 'data.pkl'

/**
 * Reads what torch ≥ 1.6 writes: a zip archive with `<name>/data.pkl`, `<name>/data/<key>` for each storage and
 * perhaps `<name>/byteorder`.
 */
export async function readZipCheckpoint(source: ByteSource, signal?: AbortSignal): Promise<CheckpointContents> {
  const directory = await readZipDirectory(source)
  const folder = findFolder(directory)
  const entries = await locateZipEntries(source, directory, signal)
  await requireLittleEndian(source, entries.get(`${folder}byteorder`))
  const pickle = await readWholeEntry(source, entries.get(`${folder}${PICKLE_NAME}`), LONGEST_PICKLE)
  const cursor = new ByteCursor(pickle, "the archive's list of tensors")
  const registry = new StorageRegistry()
  const object = runPickle(cursor, stateDictCalls(registry))
  if (cursor.position !== pickle.length) throw damaged('data follow its list of tensors')
  const storages = new Map<string, ByteRange>()
  for (const storage of registry.storages.values()) {
    storages.set(storage.key, storageRange(storage, entries.get(`${folder}data/${storage.key}`)))
  }
  // torch can be told to leave out checksums (set_crc32_options); it then writes zeros.
  const checksums = [...entries.values()].some(({ crc32 }) => crc32 !== 0) ? [...entries.values()] : []
  return { format: 'zip', object, storages, checksums }
}

/** The archive's one folder, with its slash. */
function findFolder({ entries }: ZipDirectory): string {
  const names = entries.map(({ name }) => name)
  const pickles = names.filter((name) => name.endsWith(`/${PICKLE_NAME}`) && name.split('/').length === 2)
  const [pickle] = pickles
  if (pickle === undefined || pickles.length > 1) {
    const message = 'it is a zip archive but not a PyTorch checkpoint; unpack it and choose the .pth file inside.'
    throw new CheckpointError('not-a-checkpoint', message)
  }
  const folder = pickle.slice(0, -PICKLE_NAME.length)
  if (names.includes(`${folder}constants.pkl`)) {
    const message = `it is a TorchScript program, not a set of weights; ${SAVE_STATE_DICT}.`
    throw new CheckpointError('not-a-state-dict', message)
  }
  return folder
}

async function readWholeEntry(source: ByteSource, entry: ZipEntry | undefined, longest: number): Promise<Uint8Array> {
  if (entry === undefined) throw damaged('its list of tensors is missing')
  const { position, length } = entry.range
  if (length > longest) {
    const message = `the archive's entry ${quoted(entry.name)} is far larger than any network needs; check which file this is.`
    throw new CheckpointError('too-large', message)
  }
  return await readBytes(source, position, length, `the archive's entry ${quoted(entry.name)}`)
}

/** Files older than torch 2.1 have no `byteorder`; they were little-endian in practice. */
async function requireLittleEndian(source: ByteSource, entry: ZipEntry | undefined): Promise<void> {
  if (entry === undefined) return
  const order = new TextDecoder('latin1').decode(await readWholeEntry(source, entry, 64))
  if (order === 'little') return
  if (order !== 'big') throw damaged('it states an unknown byte order')
  const message = 'it was saved on a big-endian machine; load and save it again on an ordinary one.'
  throw new CheckpointError('unsupported', message)
}

function storageRange(storage: StorageDescriptor, entry: ZipEntry | undefined): ByteRange {
  if (entry === undefined) throw damaged(`the data ${quoted(storage.key)} are missing`)
  const expected = storage.elements * ELEMENT_BYTES[storage.elementType]
  if (entry.range.length !== expected) {
    const found = String(entry.range.length)
    throw damaged(`the data ${quoted(storage.key)} take ${found} bytes instead of ${String(expected)}`)
  }
  return entry.range
}
