import type { Measurement } from '../measurement.mjs'

/** A time as a suite reports it. */
export function milliseconds(
  name: string,
  value: number,
  judged: { readonly limit?: number; readonly aim?: number } = {},
): Measurement {
  return { name, unit: 'milliseconds', value, ...judged }
}
