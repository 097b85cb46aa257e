import type { ByteCursor } from '../bytes/byte-cursor.ts'
import { CheckpointError, damaged } from '../checkpoint-error.ts'
import { CALL_OPCODES } from './call-opcodes.ts'
import { CONTAINER_OPCODES } from './container-opcodes.ts'
import { LITERAL_OPCODES } from './literal-opcodes.ts'
import type { OpcodeTable } from './opcode-table.ts'
import { PickleState, type PickleCalls } from './pickle-state.ts'
import type { PickleValue } from './pickle-value.ts'

const STOP = 0x2e

/** A state dict of 20,000 tensors takes a million. */
const MOST_STEPS = 4_000_000

/** Only what torch.save writes, at any protocol from 2 on; text opcodes of protocols 0 and 1 are not read. */
const OPCODES: OpcodeTable = new Map([...LITERAL_OPCODES, ...CONTAINER_OPCODES, ...CALL_OPCODES])

/**
 * Interprets one pickle as data, from the cursor to its STOP, and leaves the cursor after it. Nothing that the
 * pickle names is ever run: `calls` decides what an allowed name stands for.
 * @throws CheckpointError in all cases of damage, refusal or excess.
 */
export function runPickle(cursor: ByteCursor, calls: PickleCalls): PickleValue {
  const state = new PickleState(cursor, calls)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const opcode = cursor.uint8()
    if (opcode === STOP) return state.result()
    const handler = OPCODES.get(opcode)
    if (handler === undefined) throw damaged(`its pickle holds the unknown opcode 0x${opcode.toString(16)}`)
    handler(state)
  }
  throw new CheckpointError('too-large', 'its pickle is far longer than any network needs; check which file this is.')
}
