import { CheckpointError, damaged } from '../checkpoint-error.ts'
import { refusal } from './refusal.ts'
import type { OpcodeTable } from './opcode-table.ts'
import type { PickleState } from './pickle-state.ts'
import { asKind } from './pickle-value.ts'

const LONGEST_NAME = 256
const NEWEST_PROTOCOL = 5

/** Opcodes that name code or state outside the pickle, and the frame of the stream itself. */
export const CALL_OPCODES: OpcodeTable = new Map([
  [0x80, readProtocol], // PROTO
  [0x95, (state) => void state.cursor.uint64()], // FRAME: a hint for buffered readers only
  [0x63, (state) => pushCallable(state, readGlobalName(state))], // GLOBAL
  [0x93, pushStackGlobal], // STACK_GLOBAL
  [0x52, reduce], // REDUCE
  [0x62, build], // BUILD
  [0x51, (state) => state.pushContainer(state.calls.persistent(state.pop()))], // BINPERSID
  [0x69, refuseInstance], // INST: makes an instance of a named class (protocol 0)
  [0x6f, refuseConstruction], // OBJ
  [0x81, refuseConstruction], // NEWOBJ
  [0x92, refuseConstruction], // NEWOBJ_EX
])

function readProtocol(state: PickleState): void {
  const protocol = state.cursor.uint8()
  if (protocol <= NEWEST_PROTOCOL) return
  const message = `the file uses pickle protocol ${String(protocol)}, which is newer than this reader; save it with torch.save's default protocol.`
  throw new CheckpointError('unsupported', message)
}

function readGlobalName(state: PickleState): string {
  const module = state.cursor.line(LONGEST_NAME)
  return `${module}.${state.cursor.line(LONGEST_NAME)}`
}

function pushCallable(state: PickleState, name: string): void {
  state.calls.requireAllowed(name)
  state.pushContainer({ kind: 'callable', name })
}

function pushStackGlobal(state: PickleState): void {
  const attribute = state.pop()
  const module = state.pop()
  if (typeof module !== 'string' || typeof attribute !== 'string') throw damaged('its pickle names code by non-text')
  pushCallable(state, `${module}.${attribute}`)
}

function reduce(state: PickleState): void {
  const parameters = asKind(state.pop(), 'tuple')
  const callable = asKind(state.pop(), 'callable')
  if (parameters === undefined || callable === undefined) throw damaged('its pickle calls something that is not code')
  state.pushContainer(state.calls.call(callable.name, parameters))
}

/** torch gives a state dict's OrderedDict one attribute, `_metadata`, which holds only version numbers. */
function build(state: PickleState): void {
  const attributes = asKind(state.pop(), 'dict')
  if (attributes === undefined || asKind(state.top(), 'dict') === undefined) throw refusal('object attributes')
}

function refuseInstance(state: PickleState): void {
  throw refusal(readGlobalName(state))
}

/** No class of the allow-list is ever made this way (torch reduces them by a call). */
function refuseConstruction(): void {
  throw refusal('object construction')
}
