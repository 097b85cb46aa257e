import { CheckpointError, damaged } from '../checkpoint-error.ts'
import type { OpcodeTable } from './opcode-table.ts'
import type { PickleState } from './pickle-state.ts'

const LONGEST_TEXT = 1024 * 1024
const LONGEST_INTEGER = 16

/** None, booleans, numbers and texts. Lengths are tested before anything is read. */
export const LITERAL_OPCODES: OpcodeTable = new Map([
  [0x4e, (state) => state.push(null)], // NONE
  [0x88, (state) => state.push(true)], // NEWTRUE
  [0x89, (state) => state.push(false)], // NEWFALSE
  [0x4b, (state) => state.push(state.cursor.uint8())], // BININT1
  [0x4d, (state) => state.push(state.cursor.uint16())], // BININT2
  [0x4a, (state) => state.push(state.cursor.int32())], // BININT
  [0x8a, (state) => pushInteger(state, state.cursor.uint8())], // LONG1
  [0x8b, (state) => pushInteger(state, state.cursor.int32())], // LONG4
  [0x47, (state) => state.push(state.cursor.float64BigEndian())], // BINFLOAT
  [0x58, (state) => pushText(state, state.cursor.uint32())], // BINUNICODE
  [0x8c, (state) => pushText(state, state.cursor.uint8())], // SHORT_BINUNICODE
  [0x8d, (state) => pushText(state, state.cursor.uint64())], // BINUNICODE8
  [0x55, (state) => pushText(state, state.cursor.uint8())], // SHORT_BINSTRING (Python 2)
  [0x54, (state) => pushText(state, state.cursor.int32())], // BINSTRING (Python 2)
  [0x43, (state) => pushBytes(state, state.cursor.uint8())], // SHORT_BINBYTES
  [0x42, (state) => pushBytes(state, state.cursor.uint32())], // BINBYTES
])

function requireLength(length: number): void {
  if (length < 0) throw damaged('its pickle holds a text of negative length')
  if (length <= LONGEST_TEXT) return
  const message =
    'the file holds a text of more than a million letters, which no network needs; check which file this is.'
  throw new CheckpointError('too-large', message)
}

function pushText(state: PickleState, length: number): void {
  requireLength(length)
  state.push(state.cursor.utf8(length))
}

function pushBytes(state: PickleState, length: number): void {
  requireLength(length)
  state.push({ kind: 'bytes', bytes: state.cursor.bytes(length) })
}

/** Two's complement, little-endian, of any width up to 128 bits; a number where that is exact. */
function pushInteger(state: PickleState, length: number): void {
  if (length < 0 || length > LONGEST_INTEGER) throw damaged('its pickle holds an integer of absurd size')
  const bytes = state.cursor.bytes(length)
  let value = 0n
  for (const byte of bytes.toReversed()) value = (value << 8n) | BigInt(byte)
  const signed = BigInt.asIntN(length * 8, value)
  const narrow = Number(signed)
  state.push(Number.isSafeInteger(narrow) ? narrow : signed)
}
