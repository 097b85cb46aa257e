import { damaged } from '../checkpoint-error.ts'
import type { OpcodeTable } from './opcode-table.ts'
import type { PickleState } from './pickle-state.ts'
import { asKind, type PickleDict, type PickleValue } from './pickle-value.ts'

/** Tuples, lists, dicts, marks and the memo. */
export const CONTAINER_OPCODES: OpcodeTable = new Map([
  [0x28, (state) => state.mark()], // MARK
  [0x30, (state) => void state.pop()], // POP
  [0x31, (state) => void state.popToMark()], // POP_MARK
  [0x29, (state) => pushTuple(state, [])], // EMPTY_TUPLE
  [0x85, (state) => pushTuple(state, takeLast(state, 1))], // TUPLE1
  [0x86, (state) => pushTuple(state, takeLast(state, 2))], // TUPLE2
  [0x87, (state) => pushTuple(state, takeLast(state, 3))], // TUPLE3
  [0x74, (state) => pushTuple(state, state.popToMark())], // TUPLE
  [0x5d, (state) => state.pushContainer({ kind: 'list', items: [] })], // EMPTY_LIST
  [0x6c, (state) => state.pushContainer({ kind: 'list', items: state.popToMark() })], // LIST
  [0x61, (state) => append(state, takeLast(state, 1))], // APPEND
  [0x65, (state) => append(state, state.popToMark())], // APPENDS
  [0x7d, (state) => state.pushContainer({ kind: 'dict', entries: new Map() })], // EMPTY_DICT
  [0x64, (state) => pushDict(state)], // DICT
  [0x73, (state) => setItems(state, takeLast(state, 2))], // SETITEM
  [0x75, (state) => setItems(state, state.popToMark())], // SETITEMS
  [0x71, (state) => state.memoise(state.cursor.uint8())], // BINPUT
  [0x72, (state) => state.memoise(state.cursor.uint32())], // LONG_BINPUT
  [0x94, (state) => state.memoiseNext()], // MEMOIZE
  [0x68, (state) => state.recall(state.cursor.uint8())], // BINGET
  [0x6a, (state) => state.recall(state.cursor.uint32())], // LONG_BINGET
])

function takeLast(state: PickleState, count: number): PickleValue[] {
  return Array.from({ length: count }, () => state.pop()).reverse()
}

function pushTuple(state: PickleState, items: readonly PickleValue[]): void {
  state.pushContainer({ kind: 'tuple', items })
}

function append(state: PickleState, items: readonly PickleValue[]): void {
  const list = asKind(state.top(), 'list')
  if (list === undefined) throw damaged('its pickle appends to something that is not a list')
  for (const item of items) list.items.push(item)
}

function pushDict(state: PickleState): void {
  const dict: PickleDict = { kind: 'dict', entries: new Map() }
  fill(dict, state.popToMark())
  state.pushContainer(dict)
}

function setItems(state: PickleState, keysAndValues: readonly PickleValue[]): void {
  const dict = asKind(state.top(), 'dict')
  if (dict === undefined) throw damaged('its pickle stores an entry in something that is not a dict')
  fill(dict, keysAndValues)
}

function fill(dict: PickleDict, keysAndValues: readonly PickleValue[]): void {
  if (keysAndValues.length % 2 !== 0) throw damaged('its pickle holds a dict entry without a value')
  for (let index = 0; index < keysAndValues.length; index += 2) {
    dict.entries.set(keysAndValues[index] ?? null, keysAndValues[index + 1] ?? null)
  }
}
