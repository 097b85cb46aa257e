import type { Condition } from '../../../electron/contract/condition.ts'
import type { GenerationSettings } from '../../../electron/contract/generation-request.ts'

/** Whether two conditions are equal, pixels included. */
export function sameCondition(one: Condition, other: Condition): boolean {
  return sameValue(one, other)
}

/** Whether two pictures were asked for with the same choices. */
export function sameOptions(one: GenerationSettings['options'], other: GenerationSettings['options']): boolean {
  return sameValue(one, other)
}

function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (ArrayBuffer.isView(one) || ArrayBuffer.isView(other)) return sameBytes(one, other)
  const before = new Map(Object.entries(one))
  const after = new Map(Object.entries(other))
  return before.size === after.size && [...before].every(([key, value]) => sameValue(value, after.get(key)))
}

function sameBytes(one: object, other: object): boolean {
  if (!ArrayBuffer.isView(one) || !ArrayBuffer.isView(other) || one.byteLength !== other.byteLength) return false
  const after = new Uint8Array(other.buffer, other.byteOffset, other.byteLength)
  return new Uint8Array(one.buffer, one.byteOffset, one.byteLength).every((byte, index) => byte === after[index])
}
