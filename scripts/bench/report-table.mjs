/**
 * @typedef {import('./rounds.mjs').Report} Report
 * @typedef {import('./measurement.mjs').Measurement} Measurement
 */

/**
 * @param {Report} report
 * @returns {string} For people: what was measured, then one aligned line per measurement.
 */
export function reportTable({ suite, facts, measurements }) {
  const head = Object.entries(facts).map(([name, value]) => `${name} ${value}`)
  const rows = measurements.map(({ name, unit, value, limit, aim, met }) => [
    name,
    valueText(value, unit),
    limit === undefined ? '' : `limit ${valueText(limit, unit)}`,
    aim === undefined ? '' : `aim ${valueText(aim, unit)}`,
    met === false ? 'MISSED' : '',
  ])
  return [`bench ${suite}: ${head.join(', ')}`, ...aligned(rows)].join('\n')
}

/**
 * @param {number} value
 * @param {Measurement['unit']} unit
 */
export function valueText(value, unit) {
  if (unit === 'bytes') return `${Math.round(value / 1024 ** 2)} MB`
  if (unit === 'ratio') return `${value.toFixed(2)} ×`
  return value < 999.5 ? `${value.toFixed(value < 9.95 ? 1 : 0)} ms` : `${(value / 1000).toFixed(2)} s`
}

/** @param {readonly (readonly string[])[]} rows The first column is set left, the others right. */
function aligned(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
