import type { PickleState } from './pickle-state.ts'

/** What each opcode does to the machine. */
export type OpcodeTable = ReadonlyMap<number, (state: PickleState) => void>
