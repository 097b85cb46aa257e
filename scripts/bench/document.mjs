import { readFileSync } from 'node:fs'
import path from 'node:path'

import { replaceFile } from '../building/replace-file.mjs'
import { root, documentedFigures } from '../setup/repository.mjs'
import { SetupError } from '../setup/run-command.mjs'
import { valueText } from './report-table.mjs'

/** @typedef {import('./rounds.mjs').Report} Report */

/**
 * Puts a suite's figures between its two comments in docs/performance.md, so that no figure there was ever typed.
 *
 * @param {Report} report
 * @returns {Promise<string>} The file, from the root.
 * @throws {SetupError} when the comments are missing.
 */
export async function documentReport(report) {
  const { format, resolveConfig } = await import('prettier')
  const text = withFigures(readFileSync(documentedFigures, 'utf8'), report)
  const options = { ...(await resolveConfig(documentedFigures)), filepath: documentedFigures }
  replaceFile(documentedFigures, await format(text, options))
  return path.relative(root, documentedFigures)
}

/**
 * @param {string} text The document.
 * @param {Report} report
 * @returns {string} The document with the report's table in its place.
 */
export function withFigures(text, report) {
  const begin = `<!-- bench ${report.suite} -->`
  const end = `<!-- end of bench ${report.suite} -->`
  const [before, rest] = text.split(begin)
  const [, after] = rest?.split(end) ?? []
  if (before === undefined || after === undefined)
    throw new SetupError(`The document has no place for ${report.suite}: put "${begin}" and "${end}" where it belongs.`)
  return `${before}${begin}\n\n${section(report)}\n\n${end}${after}`
}

/** @param {Report} report */
function section({ date, machine, facts, measurements }) {
  const rounds = measurements[0]?.rounds.length ?? 0
  const described = Object.entries(facts).map(([name, value]) => `${name} ${value}`)
  const rows = measurements.map(({ name, unit, value, limit, aim, met }) => [
    name,
    `${valueText(value, unit)}${met === false ? ' (missed)' : ''}`,
    limit === undefined ? '' : valueText(limit, unit),
    aim === undefined ? '' : valueText(aim, unit),
  ])
  const lines = [['', 'measured', 'limit', 'aim'], ['---', '---:', '---:', '---:'], ...rows]
  return [
    `Measured on ${date.slice(0, 10)} on ${machine['processor']}, ${machine['cores']} cores, Node ${machine['node']};`,
    `${described.join(', ')}; the quietest of ${rounds} rounds, of ratios the middle one.`,
    '',
    ...lines.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')
}
