import { fields, latin1 } from './stored-zip.ts'

/** Pieces of pickles, for files that torch would never write. Each is a few opcodes; `pickle` joins them. */
export type Piece = Uint8Array

const bytes = (...values: number[]): Piece => Uint8Array.from(values)

export const MARK = bytes(0x28)
export const TUPLE = bytes(0x74)
export const EMPTY_TUPLE = bytes(0x29)
export const EMPTY_DICT = bytes(0x7d)
export const EMPTY_LIST = bytes(0x5d)
export const SET_ITEM = bytes(0x73)
export const APPEND = bytes(0x61)
export const REDUCE = bytes(0x52)
export const BUILD = bytes(0x62)
export const NONE = bytes(0x4e)
export const FALSE = bytes(0x89)
export const PERSISTENT = bytes(0x51)

export const put = (index: number): Piece => bytes(0x71, index)
export const get = (index: number): Piece => bytes(0x68, index)
export const text = (value: string): Piece => Buffer.concat([bytes(0x58), fields([4, value.length]), latin1(value)])
export const global = (module: string, name: string): Piece => latin1(`c${module}\n${name}\n`)

/** Any whole number, as LONG1 of 9 bytes. */
export function integer(value: number | bigint): Piece {
  return Buffer.concat([bytes(0x8a, 9), fields([8, BigInt.asUintN(64, BigInt(value))], [1, value < 0 ? 0xff : 0])])
}

export const tuple = (...pieces: readonly Piece[]): Piece => Buffer.concat([MARK, ...pieces, TUPLE])
export const dict = (...pieces: readonly Piece[]): Piece => Buffer.concat([EMPTY_DICT, MARK, ...pieces, bytes(0x75)])
export const list = (...pieces: readonly Piece[]): Piece => Buffer.concat([EMPTY_LIST, MARK, ...pieces, bytes(0x65)])

export const pickle = (...pieces: readonly Piece[]): Uint8Array =>
  Buffer.concat([bytes(0x80, 2), ...pieces, bytes(0x2e)])

export interface TensorPieces {
  readonly key?: string
  readonly storageClass?: string
  readonly elements?: number
  readonly offset?: number
  readonly shape: readonly number[]
  readonly strides: readonly number[]
  /** Legacy streams have a sixth item in the persistent id. */
  readonly legacy?: boolean
}

/** A tensor as torch._utils._rebuild_tensor_v2 makes it. */
export function tensor(pieces: TensorPieces): Piece {
  const { key = '0', storageClass = 'FloatStorage', elements = 4, offset = 0, shape, strides, legacy } = pieces
  const id = [text('storage'), global('torch', storageClass), text(key), text('cpu'), integer(elements)]
  return Buffer.concat([
    global('torch._utils', '_rebuild_tensor_v2'),
    MARK,
    tuple(...id, ...(legacy === true ? [NONE] : [])),
    PERSISTENT,
    integer(offset),
    tuple(...shape.map(integer)),
    tuple(...strides.map(integer)),
    FALSE,
    global('collections', 'OrderedDict'),
    EMPTY_TUPLE,
    REDUCE,
    TUPLE,
    REDUCE,
  ])
}

const MAGIC_NUMBER = 0x1950a86a20f9469cfc6cn

/** The start of a legacy stream up to its storages. */
export function legacyHead(object: Uint8Array, keys: readonly string[], littleEndian = true): Uint8Array {
  const magic = Buffer.concat([
    bytes(0x8a, 10),
    fields([8, MAGIC_NUMBER & 0xffffffffffffffffn], [2, MAGIC_NUMBER >> 64n]),
  ])
  const system = dict(text('little_endian'), bytes(littleEndian ? 0x88 : 0x89))
  return Buffer.concat([pickle(magic), pickle(integer(1001)), pickle(system), object, pickle(list(...keys.map(text)))])
}
