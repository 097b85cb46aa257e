import { describe, expect, it } from 'vitest'
import { Checkpoint } from '../../../../../electron/importer/checkpoint/checkpoint.ts'
import { CheckpointError } from '../../../../../electron/importer/checkpoint/checkpoint-error.ts'
import { MemorySource } from './memory-source.ts'
import {
  APPEND,
  BUILD,
  dict,
  EMPTY_DICT,
  EMPTY_LIST,
  EMPTY_TUPLE,
  FALSE,
  get,
  global,
  integer,
  legacyHead,
  list,
  MARK,
  PERSISTENT,
  pickle,
  put,
  REDUCE,
  SET_ITEM,
  tensor,
  text,
  tuple,
  type Piece,
  type TensorPieces,
} from './pickle-assembler.ts'
import { fields, latin1, storedZip } from './stored-zip.ts'

const FOUR_FLOATS = new Uint8Array(16)

/** A zip checkpoint around a pickle, with data for storage '0'. */
function zipped(object: Uint8Array, data: Uint8Array = FOUR_FLOATS): Uint8Array {
  return storedZip([
    { name: 'x/data.pkl', data: object },
    { name: 'x/data/0', data },
    { name: 'x/version', data: latin1('3\n') },
  ])
}

async function open(bytes: Uint8Array): Promise<Checkpoint> {
  return await Checkpoint.fromSource('x.pth', new MemorySource(bytes))
}

async function failure(bytes: Uint8Array): Promise<CheckpointError> {
  const error: unknown = await open(bytes).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(CheckpointError)
  // The line above has just proved it.
  return error as CheckpointError
}

const named = (piece: Piece): Piece => dict(text('weight'), piece)
const good: TensorPieces = { shape: [2, 2], strides: [2, 1] }

describe('a pickle made by hand', () => {
  it('is read when it is honest, so that the refusals below are due to what they change', async () => {
    const checkpoint = await open(zipped(pickle(named(tensor(good)))))
    expect([...(await checkpoint.read('weight'))]).toEqual([0, 0, 0, 0])
  })

  it('may be split in a legacy stream with an old view of its storage', async () => {
    const view = tuple(text('v'), integer(1), integer(3))
    const id = tuple(text('storage'), global('torch', 'FloatStorage'), text('0'), text('cpu'), integer(4), view)
    const rebuild = global('torch._utils', '_rebuild_tensor')
    const old = [rebuild, tuple(id, PERSISTENT, integer(1), tuple(integer(2)), tuple(integer(1))), REDUCE]
    const data = Buffer.concat([fields([8, 4]), new Uint8Array(Float32Array.of(5, 6, 7, 8).buffer)])
    const checkpoint = await open(Buffer.concat([legacyHead(pickle(named(Buffer.concat(old))), ['0']), data]))
    expect([...(await checkpoint.read('weight'))]).toEqual([7, 8])
  })
})

describe('code in a pickle is refused by its name', () => {
  it.each<[string, Piece]>([
    ['posix.system', Buffer.concat([global('posix', 'system'), tuple(text('true')), REDUCE])],
    ['builtins.eval', global('builtins', 'eval')],
    ['torch._utils._rebuild_tensor_v2.__globals__', global('torch._utils', '_rebuild_tensor_v2.__globals__')],
    ['numpy.core.multiarray.scalar', global('numpy.core.multiarray', 'scalar')],
    ['torch.ComplexFloatStorage', global('torch', 'ComplexFloatStorage')],
    ['nt.system', Buffer.concat([MARK, text('x'), latin1('int\nsystem\n')])], // INST
    ['builtins.exec', Buffer.concat([text('builtins'), text('exec'), Uint8Array.of(0x93)])], // STACK_GLOBAL
  ])('%s', async (name, piece) => {
    const error = await failure(zipped(pickle(named(piece))))
    expect(error.code).toBe('refused')
    expect(error.message).toContain(`it asks for '${name}'`)
  })

  it.each<[string, Piece]>([
    ['NEWOBJ', Buffer.concat([global('collections', 'OrderedDict'), EMPTY_TUPLE, Uint8Array.of(0x81)])],
    ['OBJ', Buffer.concat([MARK, global('collections', 'OrderedDict'), Uint8Array.of(0x6f)])],
    ['BUILD on a tensor', Buffer.concat([tensor(good), EMPTY_DICT, BUILD])],
    ['a call of a storage class', Buffer.concat([global('torch', 'FloatStorage'), EMPTY_TUPLE, REDUCE])],
  ])('%s', async (_, piece) => {
    expect(await failure(zipped(pickle(named(piece))))).toMatchObject({ code: 'refused' })
  })

  it('keeps unprintable and endless names out of the sentence', async () => {
    const error = await failure(zipped(pickle(global('\x1b[2J\x07', 'a'.repeat(200)))))
    expect(error.message).toContain("'?[2J?.aaa")
    expect(error.message.length).toBeLessThan(400)
    expect(await failure(zipped(pickle(global('a'.repeat(300), 'b'))))).toMatchObject({ code: 'damaged' })
  })
})

describe('a bomb ends in a sentence', () => {
  it('many containers from one byte each', async () => {
    const bomb = Buffer.concat([EMPTY_LIST, MARK, Buffer.alloc(500_000, 0x7d), Uint8Array.of(0x65)])
    expect(await failure(zipped(pickle(bomb)))).toMatchObject({ code: 'too-large' })
  })

  it('ten to the twelfth references through nested lists, never followed', async () => {
    const laughs = [list(text('ha')), put(0)]
    for (let depth = 1; depth < 12; depth += 1) {
      laughs.push(list(...Array.from({ length: 10 }, () => get(depth - 1))), put(depth))
    }
    // Each level is left on the stack by the next, so wrap them all.
    const error = await failure(zipped(pickle(MARK, ...laughs, Uint8Array.of(0x74))))
    expect(error).toMatchObject({ code: 'not-a-state-dict' })
  })

  it('a dict that holds itself', async () => {
    const cycle = Buffer.concat([EMPTY_DICT, put(0), text('self'), get(0), SET_ITEM])
    expect(await failure(zipped(pickle(cycle)))).toMatchObject({ code: 'not-a-state-dict' })
    const withTensor = pickle(cycle, text('weight'), tensor(good), SET_ITEM)
    expect([...(await open(zipped(withTensor))).tensors.keys()]).toEqual(['weight'])
  })

  it('a list that holds itself', async () => {
    const cycle = Buffer.concat([EMPTY_LIST, put(0), get(0), APPEND])
    expect(await failure(zipped(pickle(cycle)))).toMatchObject({ code: 'not-a-state-dict' })
  })

  it('dicts nested ten thousand deep', async () => {
    const deep = Array.from({ length: 10_000 }, () => Buffer.concat([EMPTY_DICT, text('a')]))
    const closing = Buffer.alloc(9_999, 0x73)
    const object = pickle(...deep, FALSE, closing, SET_ITEM)
    expect(await failure(zipped(object))).toMatchObject({ code: 'not-a-state-dict' })
  })

  it('a text that claims four gigabytes', async () => {
    const huge = Buffer.concat([Uint8Array.of(0x58), fields([4, 0xfffffff0])])
    expect(await failure(zipped(pickle(huge)))).toMatchObject({ code: 'too-large' })
    const eight = Buffer.concat([Uint8Array.of(0x8d), fields([8, 2n ** 63n])])
    expect(await failure(zipped(pickle(eight)))).toMatchObject({ code: 'too-large' })
  })

  it('an integer of a thousand digits', async () => {
    const long = Buffer.concat([Uint8Array.of(0x8b), fields([4, 400]), Buffer.alloc(400, 1)])
    expect(await failure(zipped(pickle(long)))).toMatchObject({ code: 'damaged' })
  })
})

describe('absurd tensors are refused before anything is allocated', () => {
  it.each<[string, TensorPieces, string]>([
    ['past its storage', { shape: [5], strides: [1] }, 'damaged'],
    ['past its storage by its offset', { shape: [4], strides: [1], offset: 1 }, 'damaged'],
    ['past its storage by its strides', { shape: [2, 2], strides: [3, 1] }, 'damaged'],
    ['repeating four numbers into 10¹²', { shape: [1_000_000, 1_000_000], strides: [0, 0] }, 'too-large'],
    [
      'repeating beyond 2⁵³ with an axis of 2⁵³ − 1',
      { shape: Array<number>(31).fill(2 ** 53 - 1), strides: Array<number>(31).fill(0) },
      'too-large',
    ],
    ['of 33 axes', { shape: Array<number>(33).fill(1), strides: Array<number>(33).fill(1) }, 'damaged'],
    ['with more strides than sizes', { shape: [4], strides: [1, 1] }, 'damaged'],
    ['with a negative size', { shape: [-1], strides: [1] }, 'damaged'],
    ['with a negative stride', { shape: [2], strides: [-1], offset: 3 }, 'damaged'],
    ['of 2⁶³ elements', { shape: [4], strides: [1], elements: 2 ** 62 }, 'damaged'],
    ['whose data are longer than stated', { shape: [2], strides: [1], elements: 2 }, 'damaged'],
    ['whose data are missing', { ...good, key: '7' }, 'damaged'],
    ['whose type has another width', { ...good, storageClass: 'HalfStorage' }, 'damaged'],
  ])('a tensor %s', async (_, pieces, code) => {
    expect(await failure(zipped(pickle(named(tensor(pieces)))))).toMatchObject({ code })
  })

  it('an empty tensor with absurd other axes is empty', async () => {
    const shape = [0, ...Array<number>(30).fill(2 ** 53 - 1)]
    const checkpoint = await open(zipped(pickle(named(tensor({ shape, strides: shape.map(() => 1) })))))
    expect(await checkpoint.read('weight')).toHaveLength(0)
  })

  it('two descriptions of one storage contradict each other', async () => {
    const other = tensor({ shape: [8], strides: [1], elements: 8, storageClass: 'HalfStorage' })
    const object = pickle(dict(text('a'), tensor(good), text('b'), other))
    expect((await failure(zipped(object))).message).toContain("it describes the data '0' in two ways")
  })
})

describe('a legacy stream is checked against itself', () => {
  const object = pickle(named(tensor({ ...good, legacy: true })))
  const floats = (count: number | bigint): Uint8Array => Buffer.concat([fields([8, count]), FOUR_FLOATS])
  const stream = (keys: readonly string[], ...rest: Uint8Array[]): Uint8Array =>
    Buffer.concat([legacyHead(object, keys), ...rest])

  it('is read when it is honest, bytes after its end ignored as torch does', async () => {
    const checkpoint = await open(stream(['0'], floats(4), latin1('more')))
    expect(await checkpoint.read('weight')).toHaveLength(4)
  })

  it.each<[string, Uint8Array, string]>([
    ['a count of 5 for 4 numbers', stream(['0'], floats(5)), "the data '0' hold 5 numbers instead of 4"],
    ['a count of 2⁶³', stream(['0'], floats(2n ** 63n)), "the data '0' hold"],
    ['no data listed', stream([], floats(4)), "the data '0' are missing"],
    ['unknown data listed', stream(['1'], floats(4)), "the unexpected data '1'"],
    ['data listed twice', stream(['0', '0'], floats(4), floats(4)), "the unexpected data '0'"],
    ['one byte less', stream(['0'], floats(4)).subarray(0, -1), '1 bytes are missing at its end'],
    ['another byte order', Buffer.concat([legacyHead(object, ['0'], false), floats(4)]), 'a big-endian machine'],
  ])('%s', async (_, bytes, words) => {
    expect((await failure(bytes)).message).toContain(words)
  })

  it('is read however long its list of tensors, which is nowhere stated', async () => {
    const padding = Array.from({ length: 40 }, () => Buffer.concat([text('p'.repeat(20_000)), integer(1)]))
    const long = pickle(dict(...padding, text('weight'), tensor({ ...good, legacy: true })))
    expect(long.length).toBeGreaterThan(800_000)
    const checkpoint = await open(Buffer.concat([legacyHead(long, ['0']), floats(4)]))
    expect(await checkpoint.read('weight')).toHaveLength(4)
  })
})
