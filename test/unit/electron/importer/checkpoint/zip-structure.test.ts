import { describe, expect, it } from 'vitest'
import { Checkpoint } from '../../../../../electron/importer/checkpoint/checkpoint.ts'
import { CheckpointError } from '../../../../../electron/importer/checkpoint/checkpoint-error.ts'
import { MemorySource } from './memory-source.ts'
import { dict, pickle, tensor, text } from './pickle-assembler.ts'
import { fields, latin1, storedZip, type StoredEntry } from './stored-zip.ts'

const object: StoredEntry = {
  name: 'x/data.pkl',
  data: pickle(dict(text('weight'), tensor({ shape: [2, 2], strides: [2, 1] }))),
}
const floats: StoredEntry = { name: 'x/data/0', data: new Uint8Array(Float32Array.of(1, 2, 3, 4).buffer) }

async function open(bytes: Uint8Array): Promise<Checkpoint> {
  return await Checkpoint.fromSource('x.pth', new MemorySource(bytes))
}

async function failure(bytes: Uint8Array): Promise<CheckpointError> {
  const error: unknown = await open(bytes).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(CheckpointError)
  // The line above has just proved it.
  return error as CheckpointError
}

/** Splits off the plain end record: what precedes it, and its 22 bytes. */
function splitEnd(archive: Uint8Array): [Uint8Array, Uint8Array] {
  return [archive.subarray(0, -22), archive.subarray(-22)]
}

describe('a zip archive', () => {
  it('is read with a comment after its end', async () => {
    const [body, end] = splitEnd(storedZip([object, floats]))
    const comment = latin1('made by hand')
    const bytes = Buffer.concat([body, end.subarray(0, 20), fields([2, comment.length]), comment])
    expect([...(await (await open(bytes)).read('weight'))]).toEqual([1, 2, 3, 4])
  })

  it('is read with a zip64 end record, as torch writes for more than 4 GiB', async () => {
    const [body, end] = splitEnd(storedZip([object, floats]))
    const view = new DataView(end.buffer, end.byteOffset)
    const length = view.getUint32(12, true)
    const position = view.getUint32(16, true)
    const record = fields([4, 0x06064b50], [8, 44], [4, 0], [8, 0], [8, 2], [8, 2], [8, length], [8, position])
    const locator = fields([4, 0x07064b50], [4, 0], [8, body.length], [4, 1])
    const plain = fields([4, 0x06054b50], [4, 0], [2, 0xffff], [2, 0xffff], [4, 0xffffffff], [4, 0xffffffff], [2, 0])
    const checkpoint = await open(Buffer.concat([body, record, locator, plain]))
    expect([...(await checkpoint.read('weight'))]).toEqual([1, 2, 3, 4])
    const astray = fields([4, 0x07064b50], [4, 0], [8, 2n ** 60n], [4, 1])
    expect(await failure(Buffer.concat([body, record, astray, plain]))).toMatchObject({ code: 'damaged' })
  })

  it('is found damaged by its checksums when one bit of a weight differs', async () => {
    const bytes = Uint8Array.from(storedZip([object, floats]))
    const place = Buffer.from(bytes).indexOf(Buffer.from(floats.data))
    bytes[place] = 1
    const checkpoint = await open(bytes)
    await expect(checkpoint.verify()).rejects.toThrow("'x/data/0' does not match its checksum")
  })

  it.each<[string, readonly StoredEntry[], string]>([
    ['a compressed entry', [object, { ...floats, method: 8 }], "'x/data/0' is compressed"],
    ['an encrypted entry', [object, { ...floats, flags: 1 }], "'x/data/0' is encrypted"],
    ['overlapping entries', [object, { ...floats, headerPosition: 0 }], 'overlaps another'],
    ['an entry listed twice', [object, floats, floats], "lists 'x/data/0' twice"],
    ['an entry that calls itself otherwise', [object, { ...floats, localName: 'x/data/1' }], 'goes by another name'],
    ['an entry of another place', [object, { ...floats, headerPosition: 3 }], 'overlaps another'],
    ['a name that climbs out', [object, floats, { name: '../../etc/x', data: floats.data }], "name '../../etc/x'"],
    ['an absolute name', [object, floats, { name: '/etc/x', data: floats.data }], "name '/etc/x'"],
    ['no pickle', [floats], 'not a PyTorch checkpoint'],
    ['two pickles', [object, { ...object, name: 'y/data.pkl' }, floats], 'not a PyTorch checkpoint'],
    ['no data', [object], "the data '0' are missing"],
    ['data cut short', [object, { ...floats, data: floats.data.subarray(1) }], "'0' take 15 bytes instead of 16"],
    ['big-endian numbers', [object, floats, { name: 'x/byteorder', data: latin1('big') }], 'a big-endian machine'],
    ['an odd byte order', [object, floats, { name: 'x/byteorder', data: latin1('pdp') }], 'an unknown byte order'],
    ['a pickle with a tail', [{ ...object, data: Buffer.concat([object.data, latin1('.')]) }, floats], 'data follow'],
  ])('with %s is explained', async (_, entries, words) => {
    expect((await failure(storedZip(entries))).message).toContain(words)
  })

  it.each([
    ['claims 65,534 entries', [2, 0xfffe], 'too-large'],
    ['claims one entry too many', [2, 3], 'damaged'],
  ] as const)('that %s is refused before its entries are read', async (_, count, code) => {
    const [body, end] = splitEnd(storedZip([object, floats]))
    const patched = Buffer.concat([end.subarray(0, 8), fields(count, count), end.subarray(12)])
    expect(await failure(Buffer.concat([body, patched]))).toMatchObject({ code })
  })

  it('without its end is called cut short', async () => {
    expect(await failure(storedZip([object, floats]).subarray(0, -1))).toMatchObject({ code: 'truncated' })
  })

  it('is opened without reading its weights', async () => {
    const source = new MemorySource(
      storedZip([{ ...object }, { name: 'x/a', data: new Uint8Array(1_000_000) }, floats]),
    )
    await Checkpoint.fromSource('x.pth', source)
    expect(source.bytesRead).toBeLessThan(100_000)
  })
})
