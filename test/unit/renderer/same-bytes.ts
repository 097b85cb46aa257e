/** Compares large arrays quickly; a matcher would walk and print every element. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
