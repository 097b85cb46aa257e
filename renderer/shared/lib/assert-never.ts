/** Marks a place that no value reaches; the compiler complains when a union grows and a switch does not. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
