const UNITS = ['B', 'kB', 'MB', 'GB'] as const

/** A number of bytes as people read it: `3.4 MB`. */
export function byteText(bytes: number): string {
  let unit = 0
  let amount = bytes
  while (amount >= 1000 && unit < UNITS.length - 1) {
    amount /= 1000
    unit += 1
  }
  return `${unit === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${UNITS[unit] ?? ''}`
}
